namespace ContactGroup.Classification;

/// <summary>The questions a statement of a policy speaks about: one set of values per dimension, and a span of sensitivities.</summary>
public sealed class Scope
{
    private readonly uint _postures;
    private readonly uint _kinds;
    private readonly uint _origins;
    private readonly uint _audiences;
    private readonly uint _relations;
    private readonly Sensitivity _minSensitivity;
    private readonly Sensitivity _maxSensitivity;

    internal Scope(
        IEnumerable<Posture> postures,
        IEnumerable<ItemKind> kinds,
        IEnumerable<Side> origins,
        (Sensitivity Min, Sensitivity Max) sensitivities,
        IEnumerable<Constituency> audiences,
        IEnumerable<Relation> relations)
    {
        _postures = Mask(postures.Select(value => (int)value));
        _kinds = Mask(kinds.Select(value => (int)value));
        _origins = Mask(origins.Select(value => (int)value));
        _audiences = Mask(audiences.Select(value => (int)value));
        _relations = Mask(relations.Select(value => (int)value));
        (_minSensitivity, _maxSensitivity) = sensitivities;
    }

    /// <summary>Whether the statement speaks about a question.</summary>
    public bool Covers(in Question question) =>
        question.Sensitivity >= _minSensitivity
        && question.Sensitivity <= _maxSensitivity
        && Has(_postures, (int)question.Posture)
        && Has(_kinds, (int)question.Kind)
        && Has(_origins, (int)question.Origin)
        && Has(_audiences, (int)question.Audience)
        && Has(_relations, (int)question.Relation);

    private static uint Mask(IEnumerable<int> values) => values.Aggregate(0u, (mask, value) => mask | (1u << value));

    // A shift wraps at 32: a value beyond the mask must not fold back onto a small one.
    private static bool Has(uint mask, int value) => value < 32 && (mask & (1u << value)) != 0;
}
