package jp.kenpo.portal.audit;

/** What a look at all seals found. */
sealed interface SealVerdict {

    /** Everything is as it was sealed. @param unsealed entries that no seal is over yet */
    record Intact(long seals, long entries, long unsealed) implements SealVerdict {}

    /** Something is not. @param why the first fault, in words for the insurer's administrator */
    record Broken(String why) implements SealVerdict {}
}
