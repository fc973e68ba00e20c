package jp.kenpo.portal.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * The texts of the page that is being shown, found by its view and the field's name.
 *
 * <p>{@code /sign-in/second-factor.xhtml} has its texts under {@code sign-in_second-factor.}; labels that are
 * the same on every page stand under {@code field.}.
 */
@Named("page")
@ApplicationScoped
public class PageText {

    @Inject
    Preferences preferences;

    /** The heading, and the first part of the window's title. */
    public String getTitle() {
        return text("title");
    }

    /** A text of this page. */
    public String text(String name, Object... arguments) {
        return Messages.text(preferences.getLanguage(), key(name), arguments);
    }

    /** Whether this page has such a text. */
    public boolean has(String name) {
        return Messages.has(preferences.getLanguage(), key(name));
    }

    /** A text of any page, by its whole key. */
    public String of(String key, Object... arguments) {
        return Messages.text(preferences.getLanguage(), key, arguments);
    }

    /** The label of a field: the page's own, or else the field's everywhere. */
    public String label(String field) {
        return has(field) ? text(field) : of("field." + field);
    }

    /** The hint of a field: the page's own, or else the field's everywhere; may be empty. */
    public String hint(String field) {
        String name = field + ".hint";
        if (has(name)) {
            return text(name);
        }
        return Messages.has(preferences.getLanguage(), "field." + name) ? of("field." + name) : "";
    }

    private static String key(String name) {
        String view = FacesContext.getCurrentInstance().getViewRoot().getViewId();
        String page =
                view.substring(1, view.lastIndexOf('.')).replace("WEB-INF/", "").replace('/', '_');
        return page + "." + name;
    }
}
