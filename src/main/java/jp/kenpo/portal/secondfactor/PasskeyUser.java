package jp.kenpo.portal.secondfactor;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Base64;

/** What authenticators know an account by: 64 random bytes that say nothing of the member (WebAuthn L3 § 14.6.1). */
@Entity
@Table(name = "passkey_user")
public class PasskeyUser {

    @Id
    private long accountId;

    private String handle;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected PasskeyUser() {}

    PasskeyUser(long accountId, byte[] handle) {
        this.accountId = accountId;
        this.handle = Base64.getUrlEncoder().withoutPadding().encodeToString(handle);
    }

    /** The user handle in base64url, 86 characters. */
    String handle() {
        return handle;
    }
}
