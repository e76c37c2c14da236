using FsCheck;
using FsCheck.Fluent;

namespace ContactGroup.Classification.Tests.Decisions;

public sealed class LatticeLawsTests
{
    private static readonly Gen<(Disclosure A, Disclosure B, Disclosure C)> Three =
        from a in Worlds.Disclosures
        from b in Worlds.Disclosures
        from c in Worlds.Disclosures
        select (a, b, c);

    [Fact]
    public void Meet_and_join_are_commutative() =>
        Three.Hold(x => x.A.Meet(x.B) == x.B.Meet(x.A) && x.A.Join(x.B) == x.B.Join(x.A));

    [Fact]
    public void Meet_and_join_are_associative() =>
        Three.Hold(x => x.A.Meet(x.B).Meet(x.C) == x.A.Meet(x.B.Meet(x.C)) && x.A.Join(x.B).Join(x.C) == x.A.Join(x.B.Join(x.C)));

    [Fact]
    public void Meet_and_join_are_idempotent() => Three.Hold(x => x.A.Meet(x.A) == x.A && x.A.Join(x.A) == x.A);

    [Fact]
    public void Meet_and_join_absorb_each_other() => Three.Hold(x => x.A.Meet(x.A.Join(x.B)) == x.A && x.A.Join(x.A.Meet(x.B)) == x.A);

    [Fact]
    public void Meet_distributes_over_join() => Three.Hold(x => x.A.Meet(x.B.Join(x.C)) == x.A.Meet(x.B).Join(x.A.Meet(x.C)));

    [Fact]
    public void A_meet_is_never_above_either() => Three.Hold(x => x.A.Meet(x.B).IsAtMost(x.A) && x.A.Meet(x.B).IsAtMost(x.B));

    [Fact]
    public void A_join_is_never_below_either() => Three.Hold(x => x.A.IsAtMost(x.A.Join(x.B)) && x.B.IsAtMost(x.A.Join(x.B)));

    [Fact]
    public void A_meet_is_the_greatest_of_those_below_both() =>
        Three.Hold(x => (x.C.IsAtMost(x.A) && x.C.IsAtMost(x.B)) == x.C.IsAtMost(x.A.Meet(x.B)));

    [Fact]
    public void Withheld_is_the_bottom_and_everything_the_top() => Three.Hold(x =>
        Disclosure.Withheld.IsAtMost(x.A) && x.A.IsAtMost(Disclosure.Everything)
        && x.A.Meet(Disclosure.Withheld) == Disclosure.Withheld && x.A.Join(Disclosure.Everything) == Disclosure.Everything);

    [Fact]
    public void The_order_is_the_order_of_each_class_gate_and_visibility() => Three.Hold(x => x.A.IsAtMost(x.B) == (
        (!x.A.IsVisible || x.B.IsVisible) && x.A.Gate <= x.B.Gate && Enum.GetValues<FieldClass>().All(fieldClass => x.A[fieldClass] <= x.B[fieldClass])));

    [Fact]
    public void The_grain_of_a_meet_is_the_lesser_and_of_a_join_the_greater() => Three.Hold(x => Enum.GetValues<FieldClass>().All(fieldClass =>
        x.A.Join(x.B)[fieldClass] == Max(x.A[fieldClass], x.B[fieldClass])
        && x.A.Meet(x.B)[fieldClass] == Min(x.A[fieldClass], x.B[fieldClass])));

    [Fact]
    public void What_is_not_visible_discloses_nothing() => Three.Hold(x =>
        x.A.Meet(x.B).IsVisible || (x.A.Meet(x.B) == Disclosure.Withheld && Enum.GetValues<FieldClass>().All(fieldClass => x.A.Meet(x.B)[fieldClass] == Grain.None)));

    [Fact]
    public void A_stored_word_reads_back() => Three.Hold(x => Disclosure.FromBits(x.A.Bits) == x.A);

    [Fact]
    public void Join_distributes_over_meet() => Three.Hold(x => x.A.Join(x.B.Meet(x.C)) == x.A.Join(x.B).Meet(x.A.Join(x.C)));

    [Fact]
    public void Meet_and_join_are_monotone() => Three.Hold(x =>
        x.A.Meet(x.B).Meet(x.C).IsAtMost(x.A.Meet(x.C)) && x.A.Join(x.C).IsAtMost(x.A.Join(x.B).Join(x.C)));

    [Fact]
    public void A_join_is_the_least_of_those_above_both() => Three.Hold(x => (x.A.IsAtMost(x.C) && x.B.IsAtMost(x.C)) == x.A.Join(x.B).IsAtMost(x.C));

    [Fact]
    public void One_is_at_most_another_exactly_when_it_is_their_meet_and_the_other_their_join() => Three.Hold(x =>
        x.A.IsAtMost(x.B) == (x.A.Meet(x.B) == x.A) && x.A.IsAtMost(x.B) == (x.A.Join(x.B) == x.B));

    [Fact]
    public void A_word_that_no_disclosure_can_have_is_withheld()
    {
        var words = from high in Gen.Choose(0, int.MaxValue) from low in Gen.Choose(0, int.MaxValue) from top in Gen.Choose(0, 7) select ((ulong)top << 61) | ((ulong)(uint)high << 31) | (uint)low;

        words.Hold(word => IsReadable(word) ? Disclosure.FromBits(word).Bits == word : Disclosure.FromBits(word) == Disclosure.Withheld, 20_000);
        Three.Hold(x => Enumerable.Range(0, 64).All(bit => Disclosure.FromBits(x.A.Bits ^ (1UL << bit)) is var read
            && (IsReadable(x.A.Bits ^ (1UL << bit)) ? read.Bits == (x.A.Bits ^ (1UL << bit)) : read == Disclosure.Withheld)));
    }

    /// <summary>Visible, no stray bit, and no class with its second bit alone.</summary>
    private static bool IsReadable(ulong word) => ((word >> 62) & 1) == 1
        && Enumerable.Range(0, 62).All(bit => bit < 2 * Enum.GetValues<FieldClass>().Length || ((word >> bit) & 1) == 0)
        && Enum.GetValues<FieldClass>().All(fieldClass => ((word >> (2 * (int)fieldClass)) & 3) != 2);

    private static Grain Max(Grain one, Grain other) => one > other ? one : other;

    private static Grain Min(Grain one, Grain other) => one < other ? one : other;
}
