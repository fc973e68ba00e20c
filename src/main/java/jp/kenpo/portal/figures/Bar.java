package jp.kenpo.portal.figures;

/** So many, and which part of all it is. @param key names them in texts, @param percent rounded */
public record Bar(String key, long people, long percent) {

    /** So many of some. */
    public static Bar of(String key, long people, long all) {
        return new Bar(key, people, all == 0 ? 0 : Math.round(100.0 * people / all));
    }
}
