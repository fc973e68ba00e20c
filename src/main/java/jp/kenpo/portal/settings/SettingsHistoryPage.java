package jp.kenpo.portal.settings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import jp.kenpo.portal.signin.CurrentVisit;
import org.jspecify.annotations.Nullable;

/** M6 設定: who changed what, and when. */
@Named
@RequestScoped
public class SettingsHistoryPage {

    @Inject
    SettingsHistory history;

    @Inject
    SettingsText text;

    @Inject
    CurrentVisit visit;

    private @Nullable List<Entry> entries;

    /** One change, in words. @param id of what was before */
    public record Entry(long id, Instant at, String by, List<SettingsText.Difference> differences) {}

    /** The latest changes, the last one first. */
    public List<Entry> getEntries() {
        if (entries == null) {
            entries = history.of(visit.insurer()).stream()
                    .map(entry -> new Entry(
                            entry.id(), entry.at(), entry.by(), text.differences(entry.before(), entry.after())))
                    .toList();
        }
        return entries;
    }
}
