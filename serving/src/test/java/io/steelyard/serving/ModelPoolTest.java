package io.steelyard.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ModelPoolTest {
    private final ModelPool pool = new ModelPool();

    @Test
    void theFirstLoadedIsTheDefault() {
        ServedModel first = load("a", 1);
        load("a", 2);
        assertThat(pool.select(null)).isSameAs(first);
        pool.setDefault("2");
        assertThat(pool.select(null).version()).isEqualTo("2");
    }

    @Test
    void aModelIsFoundByNumberNameAndLabel() {
        ServedModel a1 = load("a", 1);
        ServedModel a2 = load("a", 2);
        ServedModel b1 = load("b", 1);
        ServedModel bare = new ServedModel("bare", Flights.classifier(0));
        pool.load(bare);
        assertThat(pool.select("1")).isSameAs(a1);
        assertThat(pool.select("2")).isSameAs(a2);
        assertThat(pool.select("a")).isSameAs(a2);
        assertThat(pool.select("b/1")).isSameAs(b1);
        assertThat(pool.select("bare")).isSameAs(bare);
        assertThat(bare.version()).isEqualTo("bare");
        pool.setDefault("b");
        assertThat(pool.select("1")).isSameAs(b1);
    }

    @Test
    void anUnknownVersionIsAnsweredWithThoseThatAreLoaded() {
        assertThatThrownBy(() -> pool.select(null))
                .isInstanceOfSatisfying(
                        ServingException.class, e -> assertThat(e.kind()).isEqualTo(ServingException.Kind.UNAVAILABLE));
        assertThatThrownBy(() -> pool.select("9"))
                .hasMessage("model_version '9' is not loaded; no model is loaded yet");
        load("a", 1);
        load("b", 3);
        assertThatThrownBy(() -> pool.select("9")).hasMessage("model_version '9' is not loaded; loaded are a/1, b/3");
    }

    @Test
    void aSwapPutsAVersionInThePlaceOfItsPredecessors() {
        load("b", 7);
        load("a", 1);
        pool.setDefault("a");
        ServedModel next = new ServedModel("a", 2, Flights.classifier(0));
        pool.swap(next);
        assertThat(pool.models()).extracting(ServedModel::label).containsExactly("b/7", "a/2");
        assertThat(pool.select(null)).isSameAs(next);
        assertThatThrownBy(() -> pool.select("a/1")).isInstanceOf(ServingException.class);
    }

    @Test
    void theDefaultIsNotUnloadedBesideOthers() {
        load("a", 1);
        load("a", 2);
        assertThatThrownBy(() -> pool.unload("1")).isInstanceOf(IllegalStateException.class);
        pool.unload("2");
        pool.unload("1");
        assertThat(pool.models()).isEmpty();
        ServedModel again = load("a", 3);
        assertThat(pool.select(null)).isSameAs(again);
    }

    private ServedModel load(String name, int version) {
        ServedModel model = new ServedModel(name, version, Flights.classifier(0));
        pool.load(model);
        return model;
    }
}
