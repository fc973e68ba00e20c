/**
 * What everything else stands on: settings of the machine, time, chance, encryption, the database's
 * schema and connections.
 *
 * <p>Nothing here knows of members, insurers or pages. It is the one package that may ask the machine:
 * its clock, its random numbers, its environment.
 */
@NullMarked
package jp.kenpo.portal.platform;

import org.jspecify.annotations.NullMarked;
