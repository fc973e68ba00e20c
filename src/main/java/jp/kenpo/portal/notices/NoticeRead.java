package jp.kenpo.portal.notices;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** That a member said that he has read a notice, and when; {@link Notices} writes it. */
@Entity
@Table(name = "notice_read")
@IdClass(NoticeRead.Key.class)
public class NoticeRead {

    @Id
    private long accountId;

    @Id
    private long noticeId;

    private Instant readAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected NoticeRead() {}

    /** Account and notice together. */
    public static class Key implements Serializable {
        private long accountId;
        private long noticeId;

        /** For JPA. */
        protected Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.accountId == accountId && key.noticeId == noticeId;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(accountId * 31 + noticeId);
        }
    }
}
