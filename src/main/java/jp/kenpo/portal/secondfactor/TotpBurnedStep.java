package jp.kenpo.portal.secondfactor;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A step still to come whose code was already shown by a device with a fast clock: it must never work. */
@Entity
@Table(name = "totp_burned_step")
@IdClass(TotpBurnedStep.Key.class)
public class TotpBurnedStep {

    @Id
    private long deviceId;

    @Id
    private long step;

    /** For JPA. */
    protected TotpBurnedStep() {}

    TotpBurnedStep(long deviceId, long step) {
        this.deviceId = deviceId;
        this.step = step;
    }

    /** Device and step together. */
    public static class Key implements Serializable {
        private long deviceId;
        private long step;

        /** For JPA. */
        protected Key() {}

        Key(long deviceId, long step) {
            this.deviceId = deviceId;
            this.step = step;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.deviceId == deviceId && key.step == step;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(deviceId * 31 + step);
        }
    }
}
