package id.patungan.web;

import id.patungan.platform.Access;
import id.patungan.platform.HomeCard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ViewResolver;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Renders the cards of a body's home page, each on its own, so that one failure stays in its card.
 */
@Component
class HomeCards {

    private static final Logger LOG = LoggerFactory.getLogger(HomeCards.class);

    private final List<HomeCard> cards;
    private final ViewResolver views;

    HomeCards(ObjectProvider<HomeCard> cards, ViewResolver thymeleafViewResolver) {
        this.cards = cards.stream().sorted(Comparator.comparingInt(HomeCard::order)).toList();
        this.views = thymeleafViewResolver;
    }

    List<Rendered> rendered(
            Access access,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        var shown = new ArrayList<Rendered>();
        for (var card : cards) {
            if (!access.may(card.needs())) {
                continue;
            }
            try {
                card.model(access, locale)
                        .map(model -> html(card, model, locale, request, response))
                        .ifPresent(html -> shown.add(new Rendered(card, html)));
            } catch (RuntimeException failure) {
                LOG.error("The card {} failed", card.name(), failure);
                shown.add(new Rendered(card, null));
            }
        }
        return shown;
    }

    private String html(
            HomeCard card,
            Object model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var view = views.resolveViewName(card.fragment(), locale);
            if (view == null) {
                throw new IllegalStateException("There is no fragment " + card.fragment());
            }
            var caught = new StringWriter();
            var values = new HashMap<String, Object>(Map.of("card", model));
            view.render(values, request, new CardWriter(response, caught));
            return caught.toString();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * A card as it goes into the page.
     *
     * @param html null if the card failed
     */
    record Rendered(HomeCard card, @Nullable String html) {}

    /** Catches what a fragment writes; the answer itself stays untouched. */
    private static final class CardWriter extends HttpServletResponseWrapper {

        private final PrintWriter writer;

        CardWriter(HttpServletResponse response, StringWriter caught) {
            super(response);
            this.writer = new PrintWriter(caught);
        }

        @Override
        public PrintWriter getWriter() {
            return writer;
        }

        @Override
        public void setContentType(@Nullable String type) {
            // The page around the card says what the answer is
        }

        @Override
        public void setCharacterEncoding(@Nullable String encoding) {
            // As above
        }

        @Override
        public void flushBuffer() {
            writer.flush();
        }
    }
}
