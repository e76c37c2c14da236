using System.Text.Json.Nodes;
using static System.Uri;

namespace ContactGroup.Client;

public sealed partial class ContactGroupClient
{
    /// <summary>Reports a security incident.</summary>
    public Task<Receipt> ReportAsync(string channel, IncidentReport report, IdempotencyKey? key = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        return api.CommandAsync<Receipt>(OnChannel(channel), report, report.AudienceShown, key, cancellationToken);
    }

    /// <summary>Reports a security incident whose fields are given as the API names them.</summary>
    public Task<Receipt> ReportAsync(string channel, JsonObject report, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<Receipt>(OnChannel(channel), report, key, cancellationToken);

    /// <summary>The same, going no further than a preview's fingerprint says was shown.</summary>
    public Task<Receipt> ReportAsync(
        string channel, JsonObject report, string? audienceShown, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<Receipt>(OnChannel(channel), report, audienceShown, key, cancellationToken);

    /// <summary>Follows a report up: <c>stage</c> and the fields that have changed.</summary>
    public Task<Receipt> UpdateReportAsync(string item, JsonObject changes, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<Receipt>(OnReport(item, "update"), changes, key, cancellationToken);

    /// <summary>The same, going no further than a preview's fingerprint says was shown.</summary>
    public Task<Receipt> UpdateReportAsync(
        string item, JsonObject changes, string? audienceShown, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<Receipt>(OnReport(item, "update"), changes, audienceShown, key, cancellationToken);

    /// <summary>Corrects a report: the fields that were wrong, and <c>reason</c>.</summary>
    public Task<Receipt> CorrectReportAsync(string item, JsonObject changes, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<Receipt>(OnReport(item, "correct"), changes, key, cancellationToken);

    /// <summary>The same, going no further than a preview's fingerprint says was shown.</summary>
    public Task<Receipt> CorrectReportAsync(
        string item, JsonObject changes, string? audienceShown, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<Receipt>(OnReport(item, "correct"), changes, audienceShown, key, cancellationToken);

    /// <summary>Says how far a report of another organisation is believed.</summary>
    public Task<Receipt> VerifyReportAsync(string item, Verification verification, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<Receipt>(OnReport(item, "verify"), verification, key, cancellationToken);

    /// <summary>Takes back a report.</summary>
    public Task<Receipt> WithdrawReportAsync(string item, string reason, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<Receipt>(OnReport(item, "withdraw"), new { reason }, key, cancellationToken);

    /// <summary>Closes a report: nothing more is expected.</summary>
    public Task<Receipt> CloseReportAsync(string item, IdempotencyKey? key = null, CancellationToken cancellationToken = default) =>
        api.CommandAsync<Receipt>(OnReport(item, "close"), new { }, key, cancellationToken);

    /// <summary>The code lists that reports are checked against, by name.</summary>
    public Task<IReadOnlyDictionary<string, CodeList>> GetCodeListsAsync(CancellationToken cancellationToken = default) =>
        api.GetAsync<IReadOnlyDictionary<string, CodeList>>("api/incidents/code-lists", cancellationToken);

    private static string OnChannel(string channel) => $"api/incidents/channels/{EscapeDataString(channel)}/reports";

    private static string OnReport(string item, string verb) => $"api/incidents/items/{EscapeDataString(item)}/{verb}";
}
