package jp.kenpo.portal.notices;

/** Whom a notice is for: a member of an insurer, with the 記号 of his card. */
public record Reader(long insurerId, String symbol, long accountId) {}
