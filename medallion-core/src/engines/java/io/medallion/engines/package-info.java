/**
 * The servers that the tests of every module run against. Each is a URL that is given, else a container where Docker answers,
 * else a server from this machine or from Maven; one of each per process, stopped with it.
 *
 * <p>Start at {@link io.medallion.engines.Engines}. Settings of the servers are as unlike the wanted ones as can be.
 */
@NullMarked
package io.medallion.engines;

import org.jspecify.annotations.NullMarked;
