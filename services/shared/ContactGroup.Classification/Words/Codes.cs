using System.Diagnostics.CodeAnalysis;

namespace ContactGroup.Classification;

/// <summary>Text of the engine's words as documents and wires carry it: lower case, words joined by hyphens, exact. What is not known does not parse.</summary>
public static class Codes
{
    internal static readonly CodeTable<Posture> Postures = new("posture", Posture.Unknown);
    internal static readonly CodeTable<Sensitivity> Sensitivities = new("sensitivity", Sensitivity.Unknown);
    internal static readonly CodeTable<ItemKind> Kinds = new("kind of item", ItemKind.Unknown);
    internal static readonly CodeTable<Side> Sides = new("side", Side.Unknown);
    internal static readonly CodeTable<Relation> Relations = new("relation", Relation.Unknown);
    internal static readonly CodeTable<FieldClass> Classes = new("field class");
    internal static readonly CodeTable<Grain> Grains = new("grain");
    internal static readonly CodeTable<Gate> Gates = new("gate");

    /// <summary><c>cooperation</c>, <c>coexistence</c>, <c>distance</c>.</summary>
    public static string Format(Posture posture) => Postures.Format(posture);

    /// <summary><c>low</c>, <c>moderate</c>, <c>high</c>, <c>severe</c>.</summary>
    public static string Format(Sensitivity sensitivity) => Sensitivities.Format(sensitivity);

    /// <summary><c>plenary-message</c>, <c>incident</c>, …</summary>
    public static string Format(ItemKind kind) => Kinds.Format(kind);

    /// <summary><c>humanitarian</c>, <c>security</c>, <c>political</c>.</summary>
    public static string Format(Side side) => Sides.Format(side);

    /// <summary><c>owner</c>, <c>own-side</c>, <c>named</c>, <c>other</c>.</summary>
    public static string Format(Relation relation) => Relations.Format(relation);

    /// <summary><c>category</c>, <c>armed-actor</c>, …</summary>
    public static string Format(FieldClass fieldClass) => Classes.Format(fieldClass);

    /// <summary><c>none</c>, <c>coarse</c>, <c>full</c>.</summary>
    public static string Format(Grain grain) => Grains.Format(grain);

    /// <summary><c>review</c>, <c>automatic</c>.</summary>
    public static string Format(Gate gate) => Gates.Format(gate);

    /// <inheritdoc cref="Format(Posture)"/>
    public static bool TryParse([NotNullWhen(true)] string? text, out Posture posture) => Postures.TryParse(text, out posture);

    /// <inheritdoc cref="Format(Sensitivity)"/>
    public static bool TryParse([NotNullWhen(true)] string? text, out Sensitivity sensitivity) => Sensitivities.TryParse(text, out sensitivity);

    /// <inheritdoc cref="Format(ItemKind)"/>
    public static bool TryParse([NotNullWhen(true)] string? text, out ItemKind kind) => Kinds.TryParse(text, out kind);

    /// <inheritdoc cref="Format(Side)"/>
    public static bool TryParse([NotNullWhen(true)] string? text, out Side side) => Sides.TryParse(text, out side);

    /// <inheritdoc cref="Format(Relation)"/>
    public static bool TryParse([NotNullWhen(true)] string? text, out Relation relation) => Relations.TryParse(text, out relation);

    /// <inheritdoc cref="Format(FieldClass)"/>
    public static bool TryParse([NotNullWhen(true)] string? text, out FieldClass fieldClass) => Classes.TryParse(text, out fieldClass);
}
