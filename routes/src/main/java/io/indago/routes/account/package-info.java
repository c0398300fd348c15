/** Accounts: who may log in by password, who administers whom, and whose tokens are refused. */
@NullMarked
package io.indago.routes.account;

import org.jspecify.annotations.NullMarked;
