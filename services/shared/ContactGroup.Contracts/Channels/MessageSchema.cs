using ContactGroup.Classification;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Contracts.Channels;

/// <summary>The fields of a channel message.</summary>
public static class MessageSchema
{
    /// <summary>Longest text of a message in characters.</summary>
    public const int LongestText = 8_000;

    /// <summary>The schema of kind <c>message</c>.</summary>
    public static ItemSchema Schema { get; } = new(
        "message",
        "MSG",
        [
            new("text", FieldClass.Message, FieldShape.Text, Longest: LongestText),
            new("author", FieldClass.Person, FieldShape.Person),
            new("organisation", FieldClass.Organisation, FieldShape.Organisation),
            new("postedAt", FieldClass.Time, FieldShape.Instant),
            new("edited", FieldClass.Provenance, FieldShape.Flag),
            new("replyTo", FieldClass.Message, FieldShape.ItemReference),
            new("acknowledgementRequested", FieldClass.Status, FieldShape.Flag),
            new(AttachedFile.Field, FieldClass.Attachment, FieldShape.Attachments),
        ],
        ["text"]);
}
