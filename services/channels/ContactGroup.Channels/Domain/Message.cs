using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Channels.Domain;

/// <summary>What never changes about a message. Instants are unix microseconds, flags 0 or 1, as stored.</summary>
internal sealed record Message(
    string Item,
    string Channel,
    string Reference,
    string Author,
    string AuthorName,
    string Organisation,
    string OrganisationName,
    string Constituency,
    string? Force,
    string? ReplyTo,
    long AcknowledgementRequested,
    long Exercise,
    long PostedAt)
{
    /// <summary>The fact of one version, with the whole content, written by what the channel was at its version.</summary>
    public ItemVersioned ToFact(MessageVersion version, long channelVersion) => new(
        Item,
        Channel,
        MessageSchema.Schema.Kind,
        (int)version.Version,
        Reference,
        new ItemOrigin(Author, AuthorName, Organisation, OrganisationName, ConstituencyCode.Read(Constituency), Force),
        ChannelCodes.Sensitivity.Read(version.Sensitivity),
        version.ReleaseTo.Split(' '),
        [],
        CaveatsOf(version),
        version.Status,
        Instants.FromMicroseconds(version.WrittenAt),
        version.ExpiresAt is { } expires ? Instants.FromMicroseconds(expires) : null,
        ContentOf(version),
        Exercise == 1,
        ChannelVersion: channelVersion);

    private Caveats CaveatsOf(MessageVersion version) =>
        version.Caveats.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(Exercise == 1 ? Caveats.Exercise : Caveats.None, (all, word) => all | ChannelCodes.Caveat.Read(word));

    private JsonObject ContentOf(MessageVersion version)
    {
        var content = new JsonObject
        {
            ["text"] = version.Text,
            ["author"] = new JsonObject { ["id"] = Author, ["name"] = AuthorName },
            ["organisation"] = new JsonObject { ["id"] = Organisation, ["name"] = OrganisationName, ["constituency"] = Constituency },
            ["postedAt"] = JsonSerializer.SerializeToNode(Instants.FromMicroseconds(PostedAt), Wire.Json),
            ["edited"] = version.Version > 1,
            ["acknowledgementRequested"] = AcknowledgementRequested == 1,
        };
        if (ReplyTo is not null)
        {
            content["replyTo"] = ReplyTo;
        }

        AttachedFile.Write(content, version.Files);
        return content;
    }
}

/// <summary>One version of a message, as stored: release set and caveats as words separated by a space.</summary>
internal sealed record MessageVersion(
    string Item,
    long Version,
    string Text,
    string Sensitivity,
    string ReleaseTo,
    string Caveats,
    long? ExpiresAt,
    string Status,
    string? Reason,
    long WrittenAt,
    string Attachments = "[]")
{
    public IReadOnlyList<AttachedFile> Files => JsonSerializer.Deserialize<AttachedFile[]>(Attachments, JsonSerializerOptions.Web)!;

    public static string Write(IReadOnlyList<AttachedFile> files) => JsonSerializer.Serialize(files, JsonSerializerOptions.Web);
}
