using System.Globalization;
using System.Text.Json;

namespace ContactGroup.Classification;

/// <summary>Reads a policy document. Everything is demanded and nothing is guessed: an unknown word is an error, not a default.</summary>
internal sealed class PolicyReader
{
    private const int MaxStatements = 500;
    private const int MaxVersion = 1_000_000;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8, AllowDuplicateProperties = false };
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private readonly PolicyErrors _errors = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public IReadOnlyList<PolicyError> Errors => _errors.All;

    public PolicyDocument? Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > PolicyDocument.MaxBytes)
        {
            _errors.Add("$", string.Create(CultureInfo.InvariantCulture, $"the document is larger than {PolicyDocument.MaxBytes} bytes; split it or shorten it."));
            return null;
        }

        try
        {
            var text = utf8.StartsWith(ByteOrderMark) ? utf8[3..] : utf8;
            using var json = JsonDocument.Parse(text.ToArray(), Options);
            return Read(json.RootElement);
        }
        catch (JsonException exception)
        {
            _errors.Add("$", $"this is not a JSON document that can be read: {exception.Message}");
            return null;
        }
    }

    private PolicyDocument? Read(JsonElement root)
    {
        var document = new PolicyObject(root, "$", _errors, "$schema", "name", "version", "description", "grants", "withholdings");
        _ = document.OptionalText("$schema", 0, 300);
        var name = document.Slug("name");
        var version = document.Whole("version", 1, MaxVersion);
        _ = document.OptionalText("description", 0, 2000);
        Grant[] grants = [.. document.Objects("grants", MaxStatements).Select(ReadGrant)];
        Withholding[] withholdings = [.. document.OptionalObjects("withholdings", MaxStatements).Select(ReadWithholding)];
        return _errors.All.Count == 0 ? new PolicyDocument(name, version, grants, withholdings) : null;
    }

    private Grant ReadGrant((JsonElement Json, string Path) at)
    {
        var grant = new PolicyObject(
            at.Json, at.Path, _errors, "id", "sentence", "postures", "kinds", "origins", "minSensitivity", "maxSensitivity", "audiences", "relations", "gate", "disclose", "markings");
        var (id, sentence) = ReadName(grant);
        grant.Unclassified("markings");
        var min = grant.Has("minSensitivity") ? grant.Code("minSensitivity", Codes.Sensitivities) : Sensitivity.Low;
        var scope = ReadScope(grant, (min, grant.Code("maxSensitivity", Codes.Sensitivities)));
        var gate = grant.Code("gate", Codes.Gates);
        return new Grant(id, sentence, scope, grant.Disclosure("disclose", gate));
    }

    private Withholding ReadWithholding((JsonElement Json, string Path) at)
    {
        var withholding = new PolicyObject(at.Json, at.Path, _errors, "id", "sentence", "postures", "kinds", "origins", "minSensitivity", "audiences", "relations");
        var (id, sentence) = ReadName(withholding);
        return new Withholding(id, sentence, ReadScope(withholding, (withholding.Code("minSensitivity", Codes.Sensitivities), Sensitivity.Severe)));
    }

    private (string Id, string Sentence) ReadName(PolicyObject statement)
    {
        var id = statement.Slug("id");
        if (id.Length > 0 && !_ids.Add(id))
        {
            _errors.Add(statement.PathOf("id"), $"`{id}` is the id of an earlier statement; give every statement its own.");
        }

        return (id, statement.Text("sentence", 10, 300));
    }

    private static Scope ReadScope(PolicyObject statement, (Sensitivity Min, Sensitivity Max) sensitivities) => new(
        statement.CodesOf("postures", Codes.Postures),
        statement.CodesOf("kinds", Codes.Kinds),
        statement.CodesOf("origins", Codes.Sides),
        sensitivities,
        statement.Audiences("audiences"),
        statement.CodesOf("relations", Codes.Relations));
}
