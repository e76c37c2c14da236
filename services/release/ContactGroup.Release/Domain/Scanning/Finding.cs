using System.Runtime.InteropServices;

namespace ContactGroup.Release.Domain.Scanning;

/// <summary>What a piece of free text looks like.</summary>
internal enum FindingKind
{
    /// <summary>A position in degrees, in any notation, or a code that stands for one.</summary>
    Coordinate,

    /// <summary>A position in a military or map grid (MGRS, UTM).</summary>
    GridReference,

    /// <summary>A kilometre marker of a road, which is as exact as a position.</summary>
    RoadMarker,

    /// <summary>A telephone number, satellite telephones included.</summary>
    Phone,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A vehicle's registration.</summary>
    Plate,

    /// <summary>A handling marking that is not above unclassified: <c>CUI</c>, <c>FOUO</c>, <c>LIMITE</c>, <c>TLP:AMBER</c>.</summary>
    Handling,

    /// <summary>A marking above unclassified of NATO, the EU, the US, the UN or a state.</summary>
    Classified,
}

/// <summary>One place in a text.</summary>
/// <param name="Kind">What it looks like.</param>
/// <param name="Start">Index of its first UTF-16 unit in the author's text.</param>
/// <param name="Length">Its length in UTF-16 units, at least 1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Finding(FindingKind Kind, int Start, int Length);
