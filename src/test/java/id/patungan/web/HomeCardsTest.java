package id.patungan.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.basics.BodyId;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.HomeCard;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

class HomeCardsTest {

    private static final BodyId BODY = new BodyId(1);

    @Test
    void cardsStandInTheirOrderAndOneFailureStaysInItsCard() {
        var cards =
                cards(
                        new Card("last", 3, Action.READ_OWN, () -> Optional.of("L")),
                        new Card(
                                "broken",
                                2,
                                Action.READ_OWN,
                                () -> {
                                    throw new IllegalStateException("on purpose");
                                }),
                        new Card("first", 1, Action.READ_OWN, () -> Optional.of("F")));
        assertThat(cards)
                .extracting(shown -> shown.card().name() + "=" + shown.html())
                .containsExactly("first=<F>", "broken=null", "last=<L>");
    }

    @Test
    void aCardIsNotAskedWhenItsActionIsNotAllowedAndMayHaveNothingToShow() {
        assertThat(
                        cards(
                                new Card("books", 1, Action.READ_BOOKS, () -> Optional.of("B")),
                                new Card("empty", 2, Action.READ_OWN, Optional::empty)))
                .isEmpty();
    }

    private static List<HomeCards.Rendered> cards(Card... cards) {
        var beans = new StaticListableBeanFactory();
        for (var card : cards) {
            beans.addBean(card.name(), card);
        }
        var access =
                new Access(
                        new Viewer(
                                "tri",
                                "Tri",
                                List.of(new Permission(Role.TREASURER, BODY, new Scope.All()))),
                        BODY);
        return new HomeCards(
                        beans.getBeanProvider(HomeCard.class),
                        (name, locale) ->
                                (model, request, response) ->
                                        response.getWriter()
                                                .write("<" + values(model).get("card") + ">"))
                .rendered(
                        access,
                        Locale.ENGLISH,
                        new MockHttpServletRequest(),
                        new MockHttpServletResponse());
    }

    private static Map<String, ?> values(@org.jspecify.annotations.Nullable Map<String, ?> model) {
        return model == null ? Map.of() : model;
    }

    private record Card(String name, int order, Action needs, Supplier<Optional<String>> content)
            implements HomeCard {

        @Override
        public String titleKey() {
            return name;
        }

        @Override
        public String fragment() {
            return name;
        }

        @Override
        public Optional<?> model(Access access, Locale locale) {
            return content.get();
        }
    }
}
