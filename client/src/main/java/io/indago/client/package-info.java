/**
 * The client of the hub's API, for programs ({@link io.indago.client.IndagoClient}) and for people
 * ({@link io.indago.client.Main}). It sends text; what an indicator is, only the hub decides.
 */
@NullMarked
package io.indago.client;

import org.jspecify.annotations.NullMarked;
