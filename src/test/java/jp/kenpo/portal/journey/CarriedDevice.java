package jp.kenpo.portal.journey;

import com.google.gson.JsonElement;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A member's device with its passkeys, there for each tab and at each visit. A virtual authenticator is one tab's, so
 * what it holds is carried to the next.
 */
public final class CarriedDevice {

    private final Map<Page, VirtualAuthenticator> authenticators = new HashMap<>();
    private VirtualAuthenticator inUse;
    private List<JsonElement> passkeys = List.of();

    /** Lays it beside the tab in which its owner goes on. */
    public void bringTo(Page tab) {
        if (inUse != null) {
            passkeys = inUse.copies();
        }
        inUse = authenticators.computeIfAbsent(tab, VirtualAuthenticator::ofAnOlderBrowser);
        inUse.changeDevice();
        inUse.add(passkeys);
    }

    /** Keeps its passkeys when the browser is closed. */
    public void putAway() {
        passkeys = inUse.copies();
        authenticators.clear();
        inUse = null;
    }

    /** Whether its owner shows his face or finger when he is asked. */
    public void confirms(boolean confirms) {
        inUse.confirms(confirms);
    }

    public boolean hasPasskey() {
        return inUse.passkeys() > 0;
    }
}
