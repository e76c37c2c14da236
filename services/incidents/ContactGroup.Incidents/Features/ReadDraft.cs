using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Incidents;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Incidents.Features;

/// <summary>Reads the draft of a report exactly as <see cref="ReportIncident"/> would, for a preview.</summary>
internal sealed class ReadDraft : IDraftReader
{
    public string Kind => IncidentSchema.Schema.Kind;

    public DraftContent Read(ItemOrigin author, string channel, JsonObject posted, DateTimeOffset now)
    {
        var checks = new FieldChecks();
        if (Parse(posted, checks) is { } request)
        {
            var draft = ReportIncident.Read(request, checks);
            if (!checks.Failed)
            {
                var incident = draft.Report(ParticipantOf(author), PassTo(channel), now, checks);
                var least = incident.Protection ? incident.Label.Sensitivity : (Classification.Sensitivity?)null;
                return new DraftContent(incident.Content, incident.Protection, least, checks.Errors);
            }
        }

        return new DraftContent([], Protection: true, Sensitivity: null, checks.Errors);
    }

    private static ReportIncident.Request? Parse(JsonObject posted, FieldChecks checks)
    {
        try
        {
            return posted.Deserialize<ReportIncident.Request>(Wire.Json);
        }
        catch (JsonException fault)
        {
            checks.Add($"content{fault.Path?.TrimStart('$')}", "Correct this field; it is not one of a report, or its value has the wrong shape.");
            return null;
        }
    }

    private static Participant ParticipantOf(ItemOrigin author) => new(
        author.Person, author.PersonName, author.Organisation, author.OrganisationName, author.Constituency, author.Force, string.Empty, IsAdministrator: false);

    private static ChannelPass PassTo(string channel) =>
        new(channel, string.Empty, ChannelKind.Plenary, Classification.Posture.Unknown, TermsAccepted: true, MayPost: true, Exercise: false, []);
}
