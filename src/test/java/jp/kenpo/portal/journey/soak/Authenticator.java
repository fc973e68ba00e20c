package jp.kenpo.portal.journey.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.portal.journey.OneTimePasswords;
import jp.kenpo.portal.journey.PortalTime;

/** The member's authenticator app: makes codes at the portal's time, none of them twice. */
final class Authenticator {

    private static final int STEP = 30;

    private final List<String> keys = new ArrayList<>();
    private final Map<String, String> keyOfDevice = new HashMap<>();
    private final Map<String, Long> lastStep = new HashMap<>();
    private final Set<String> made = new HashSet<>();
    private String keyTried = "";

    /** The code for a key that the page shows. */
    String codeFor(String key, PortalTime time) {
        if (!keys.contains(key)) {
            keys.add(key);
        }
        keyTried = key;
        long now = time.now().getEpochSecond() / STEP;
        long next = Math.max(now, lastStep.getOrDefault(key, 0L) + 1);
        if (next > now + 1) {
            // The portal takes a code of the next half minute, no later one.
            time.moveBy(Duration.ofSeconds((next - now - 1) * STEP));
        }
        lastStep.put(key, next);
        String code = OneTimePasswords.at(key, "@" + next * STEP);
        made.add(code);
        return code;
    }

    /** The code for a device that was set up before; of several keys perhaps the wrong one, until one was taken. */
    String codeForDevice(String device, PortalTime time) {
        List<String> possible = keyOfDevice.containsKey(device)
                ? List.of(keyOfDevice.get(device))
                : keys.stream().filter(key -> !keyOfDevice.containsValue(key)).toList();
        if (possible.isEmpty()) {
            return "123456";
        }
        String key = possible.get(possible.size() - 1);
        // The next time another one, should this be refused.
        if (!keyOfDevice.containsKey(device)) {
            keys.remove(key);
            keys.add(0, key);
        }
        return codeFor(key, time);
    }

    /** The portal took the code for a device. */
    void taken(String device) {
        keyOfDevice.put(device, keyTried);
    }

    boolean hasMade(String typed) {
        return made.contains(typed);
    }
}
