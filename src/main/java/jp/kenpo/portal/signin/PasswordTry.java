package jp.kenpo.portal.signin;

import jp.kenpo.portal.guesses.Budget;
import jp.kenpo.portal.guesses.GuessBudgets.Try;
import jp.kenpo.portal.guesses.NetworkAddress;
import jp.kenpo.portal.insurer.CurrentInsurer;

/** One try at a password: where it was counted, whether it might be made, and from where. */
record PasswordTry(CurrentInsurer insurer, Budget budget, Try attempt, NetworkAddress address) {}
