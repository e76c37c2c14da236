using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Channels.Domain;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Channels.Features;

/// <summary>Reads the draft of a message exactly as <see cref="PostMessage"/> would, for a preview.</summary>
internal sealed class ReadDraft : IDraftReader
{
    public string Kind => MessageSchema.Schema.Kind;

    public DraftContent Read(ItemOrigin author, string channel, JsonObject posted, DateTimeOffset now)
    {
        var checks = new FieldChecks();
        var request = Parse(posted, checks);
        var text = checks.Text("content.text", request?.Text, 1, Label.LongestText);
        if (request is null || checks.Failed)
        {
            return new DraftContent([], Protection: false, Sensitivity: null, checks.Errors);
        }

        var at = now.ToMicroseconds();
        var message = new Message(
            string.Empty,
            channel,
            string.Empty,
            author.Person,
            author.PersonName,
            author.Organisation,
            author.OrganisationName,
            ConstituencyCode.Of(author.Constituency)!,
            author.Force,
            request.ReplyTo,
            request.AcknowledgementRequested == true ? 1 : 0,
            Exercise: 0,
            at);
        var version = new MessageVersion(string.Empty, 1, text, Label.DefaultSensitivity, "own-side", string.Empty, null, ItemStatus.Current, null, at);
        return new DraftContent(message.ToFact(version, channelVersion: 0).Content, Protection: false, Sensitivity: null, checks.Errors);
    }

    private static PostMessage.Request? Parse(JsonObject posted, FieldChecks checks)
    {
        try
        {
            return posted.Deserialize<PostMessage.Request>(Wire.Json);
        }
        catch (JsonException fault)
        {
            checks.Add($"content{fault.Path?.TrimStart('$')}", "Correct this field; it is not one of a message, or its value has the wrong shape.");
            return null;
        }
    }
}
