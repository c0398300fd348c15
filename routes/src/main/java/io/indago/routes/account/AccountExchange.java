package io.indago.routes.account;

import io.indago.routes.accounting.AccountedRequest;
import io.indago.routes.accounting.Caller;
import io.indago.routes.api.BadRequestException;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** What the account's routes want to know of an exchange. */
record AccountExchange(Exchange exchange) {

    AccountedRequest accounted() {
        return exchange.getProperty(AccountedRequest.PROPERTY, AccountedRequest.class);
    }

    Caller caller() {
        return accounted().caller();
    }

    String address() {
        return accounted().address();
    }

    @Nullable
    String body() {
        return exchange.getMessage().getBody(String.class);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getMessage().getHeader(name, String.class));
    }

    /** A query ends up in logs on the way, whatever it says: where there are passwords there is none. */
    void requireNoQuery() throws BadRequestException {
        if (accounted().hasQuery()) {
            throw BadRequestException.parameter(
                    "query", "this operation takes nothing in the query, which is no place for a password");
        }
    }

    /** A number of the query, from 0 or 1 on. */
    int number(String name, int usual, int least, int most) throws BadRequestException {
        try {
            int number = Integer.parseInt(header(name).orElse(String.valueOf(usual)));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            // as any other that is out of range
        }
        throw BadRequestException.parameter(name, "is no number from " + least + " to " + most);
    }

    void answer(int status, Object body, Map<String, String> headers) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        headers.forEach(message::setHeader);
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(body);
    }
}
