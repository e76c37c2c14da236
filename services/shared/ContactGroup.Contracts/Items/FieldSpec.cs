using ContactGroup.Classification;

namespace ContactGroup.Contracts.Items;

/// <summary>How a field's value is shaped, which decides what a coarse value of it looks like.</summary>
public enum FieldShape
{
    /// <summary>Free text.</summary>
    Text,

    /// <summary>One code of a code list.</summary>
    Code,

    /// <summary>Several codes of a code list.</summary>
    Codes,

    /// <summary>A yes or no.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A number that may have decimals, such as a weight; what it counts is in the name of its field.</summary>
    Number,

    /// <summary>An object of whole numbers, such as an impact by kind.</summary>
    Counts,

    /// <summary>A UTC instant.</summary>
    Instant,

    /// <summary>A WGS84 position as <c>{lat, lon}</c>, decimal degrees.</summary>
    Point,

    /// <summary>An organisation as <c>{id, name, constituency}</c>.</summary>
    Organisation,

    /// <summary>A person as <c>{id, name}</c>.</summary>
    Person,

    /// <summary>The id of another item; shown only to those who hold that item.</summary>
    ItemReference,

    /// <summary>Files, as <see cref="AttachedFile"/> writes them; never shown as they are written, because they name where the bytes lie.</summary>
    Attachments,

    /// <summary>A route as a list of <c>{type, name, lat, lon, at, until}</c>, in the order in which it is travelled; name and times may be absent. Whoever
    /// is not shown precise times gets neither <c>at</c> nor <c>until</c>.</summary>
    Route,

    /// <summary>Vehicles as a list of <c>{type, plate, colour, marking}</c>; all but the type may be absent.</summary>
    Vehicles,

    /// <summary>Whom to call as <c>{name, phone, callSign}</c>; the call sign may be absent.</summary>
    CallContact,

    /// <summary>Audiences by their names, such as <c>military:northern-force</c>.</summary>
    Audiences,

    /// <summary>
    /// Where an item stands with each recipient, as a list of <c>{to, state, version, at, cell, query, hash, earlier, reminders, remindedAt, escalatedAt, late}</c>; all but the
    /// first four may be absent. <c>late</c> is that it came later than the lead time of this recipient asks. <c>earlier</c> is the receipt for an older version, without recipient and state; <c>reminders</c> is how often the recipient was reminded of
    /// this version. A recipient is shown its own line alone, without <c>to</c> and <c>hash</c>.
    /// </summary>
    Dispatches,

    /// <summary>The outline of an area as a list of <c>{lat, lon}</c>, decimal degrees WGS84, three corners or more, not closed.</summary>
    Outline,

    /// <summary>
    /// Signs of life as a list of <c>{stop, at, note, by}</c>, oldest first; <c>stop</c> counts the stops of the route from zero, and it and the note may be absent.
    /// <c>by</c> is a person. Never a position.
    /// </summary>
    CheckIns,

    /// <summary>A line as the geometry <c>LineString</c> of GeoJSON (RFC 7946): <c>{type, coordinates}</c>, each position longitude first, decimal degrees WGS84.</summary>
    Line,

    /// <summary>Several lines, each as <see cref="Line"/>.</summary>
    Lines,
}

/// <summary>One field of an item kind and what it discloses. A field that has no specification is never shown to anybody.</summary>
/// <param name="Name">Name in the content and in views, camelCase; a dot reaches into an object (<c>location.lat</c>).</param>
/// <param name="Class">What the field discloses.</param>
/// <param name="Shape">How its value is shaped.</param>
/// <param name="CodeList">The code list of a <see cref="FieldShape.Code"/> or <see cref="FieldShape.Codes"/> field.</param>
/// <param name="Longest">Longest text in characters, for text that is written to be read by others and that a coordinator may reword; absent for every other field.</param>
public sealed record FieldSpec(string Name, FieldClass Class, FieldShape Shape, string? CodeList = null, int? Longest = null)
{
    /// <summary>
    /// Whether it says where the item stands in its life, in codes and counts that nobody words. Who looked at what an item says and let it go has let that go too: a
    /// cancelled movement does not wait for a second look.
    /// </summary>
    public bool IsLifeCycle { get; init; }

    /// <summary>
    /// Another field of which this one tells, such as the stops of a drawn road or the severity that came after another: what a coordinator leaves out or coarsens of that one is left out or coarsened of this one as well, because it would show here what
    /// was taken away there. Null for most.
    /// </summary>
    public string? Follows { get; init; }
}
