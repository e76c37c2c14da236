using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ContactGroup.Client;

namespace ContactGroup.Cli.Import;

/// <summary>
/// What keeps a record from going in twice: its reference in the source, which the server checks for ever, and a key made from run, reference and
/// content, which covers a retry whose first answer was lost.
/// </summary>
internal sealed class ReportIdentity(string system)
{
    private readonly string run = IdempotencyKey.New().ToString();

    /// <summary>Adds the source reference. A record without an id is known by its content.</summary>
    public SourceReference Sign(JsonObject report, string? id)
    {
        var reference = new SourceReference(system, id ?? "content:" + Hash(report.ToJsonString())[..26]);
        report["sourceReference"] = new JsonObject { ["system"] = reference.System, ["id"] = reference.Id };
        return reference;
    }

    public IdempotencyKey KeyOf(JsonObject report) => IdempotencyKey.Parse($"imp.{run}.{Hash(report.ToJsonString())[..32]}");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
