using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Builds a view field by field from the schema's list and what the disclosure gives. INVARIANT: nothing is copied and then removed; a value that is
/// not asked for by a line below is not in the view.
/// </summary>
internal static class ViewBuilder
{
    /// <summary>Classes that tell who is behind an item; hidden by the caveats that hide its origin.</summary>
    public static IReadOnlyList<FieldClass> OriginClasses { get; } =
        [FieldClass.Person, FieldClass.Organisation, FieldClass.Contact, FieldClass.Provenance, FieldClass.Source];

    /// <summary>Builds what a reader gets.</summary>
    /// <param name="item">The item.</param>
    /// <param name="schema">Its fields.</param>
    /// <param name="reader">Who reads: what is kept for each recipient is shown to that one and to the side that wrote the item.</param>
    /// <param name="disclosure">How much of each class is shown.</param>
    /// <param name="policy">Name and version of the policy.</param>
    /// <param name="holdsParent">Whether the reader holds the item that this one names.</param>
    /// <param name="owner">What only the owner's organisation gets; null for everybody else.</param>
    /// <param name="edits">What a coordinator changed.</param>
    public static ItemView Build(
        ItemVersioned item, ItemSchema schema, Audience reader, Disclosure disclosure, string policy, bool holdsParent, OwnerNotes? owner, Redaction? edits = null)
    {
        var fields = new JsonObject();
        var facets = new Facets();
        foreach (var field in schema.Fields)
        {
            if (Shown(item, field, reader, disclosure, holdsParent, isOwner: owner is not null) is { } given
                && (edits is null ? given : edits.Apply(field, disclosure[field.Class], given)) is { } value)
            {
                facets.Note(field, value);
                fields[field.Name] = value;
            }
        }

        var status = disclosure[FieldClass.Status] == Grain.None ? ItemStatus.Current : item.Status;
        var (body, policyAt) = Write(item, schema, fields, status, policy, owner);
        var hash = Hash(item.Item, body, policyAt);
        facets.Text.Append(' ').Append(item.Reference);
        return new ItemView(
            hash,
            schema.Kind,
            status,
            facets.HappenedFrom,
            facets.Lat,
            facets.Lon,
            body,
            facets.Text.ToString(),
            Hash(item.Item, body, body.Length..))
        {
            Matter = HashWithout(schema.References.Concat(schema.LifeCycle)),
            Held = HashWithout(schema.References),
            Files = ShownFile.Of(item, fields),
            Edition = fields["version"] is { } version && long.TryParse(version.ToJsonString(), CultureInfo.InvariantCulture, out var number) ? number : 0,
            IsUrgent = schema.IsUrgent?.Invoke(fields, owner is not null) == true,
            Caveats = item.Caveats,
        };

        string HashWithout(IEnumerable<FieldSpec> left)
        {
            if (left.Where(field => fields.ContainsKey(field.Name)).ToList() is not { Count: > 0 } there)
            {
                return hash;
            }

            var (bytes, named) = Write(item, schema, Without(there, fields), status, policy, owner);
            return Hash(item.Item, bytes, named);
        }
    }

    /// <summary>A copy of the fields of a view without those that name another item.</summary>
    public static JsonObject WithoutReferences(ItemSchema schema, JsonObject fields) => Without(schema.References, fields);

    private static JsonObject Without(IEnumerable<FieldSpec> left, JsonObject fields)
    {
        var rest = fields.DeepClone().AsObject();
        foreach (var field in left)
        {
            rest.Remove(field.Name);
        }

        return rest;
    }

    private static JsonNode? Shown(ItemVersioned item, FieldSpec field, Audience reader, Disclosure disclosure, bool holdsParent, bool isOwner)
    {
        if (item.Content[field.Name] is not { } value || (!isOwner && HiddenByCaveat(item.Caveats, field.Class)))
        {
            return null;
        }

        if (field.Shape == FieldShape.ItemReference && (!holdsParent || !field.Equals(ItemSchemas.Find(item.Kind)?.ReferenceIn(item.Content))))
        {
            return null;
        }

        if (field.Shape == FieldShape.Attachments)
        {
            return disclosure[field.Class] == Grain.None ? null : ShownFile.Field(value, disclosure[field.Class], isOwner);
        }

        if (field.Shape == FieldShape.Dispatches)
        {
            return disclosure[field.Class] == Grain.None ? null : Dispatches.For(reader, Rulings.OriginOf(item).Audience, value);
        }

        return disclosure[field.Class] switch
        {
            Grain.Full when field.Shape == FieldShape.Route => Stops(value, disclosure[FieldClass.Time]),
            Grain.Full => value.DeepClone(),
            Grain.Coarse => Coarsening.Apply(field, value),
            _ => null,
        };
    }

    // When somebody will be somewhere is time, wherever it stands.
    private static JsonNode Stops(JsonNode route, Grain time)
    {
        var stops = route.DeepClone();
        if (time != Grain.Full)
        {
            foreach (var stop in (stops as JsonArray ?? []).OfType<JsonObject>())
            {
                stop.Remove("at");
                stop.Remove("until");
            }
        }

        return stops;
    }

    private static bool HiddenByCaveat(Caveats caveats, FieldClass fieldClass) =>
        (caveats & (Caveats.Unattributed | Caveats.OriginHidden)) != Caveats.None
        && OriginClasses.Contains(fieldClass);

    /// <summary>The body, and where in it the name of the policy stands.</summary>
    private static (byte[] Body, Range Policy) Write(ItemVersioned item, ItemSchema schema, JsonObject fields, string status, string policy, OwnerNotes? owner)
    {
        Range named;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, ViewJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("kind", schema.Kind);
            json.WriteString("channel", item.Channel);
            json.WriteString("reference", item.Reference);
            json.WriteString("status", status);
            json.WritePropertyName("fields");
            fields.WriteTo(json);
            named = WriteMarking(json, item, policy);
            json.WriteBoolean("exercise", item.Exercise);
            WriteOwnerNotes(json, owner);
            json.WriteEndObject();
        }

        return (buffer.ToArray(), named);
    }

    private static Range WriteMarking(Utf8JsonWriter json, ItemVersioned item, string policy)
    {
        json.WriteStartObject("marking");
        json.WriteString("sensitivity", ViewJson.Code(item.Sensitivity));
        json.WriteStartArray("caveats");
        foreach (var caveat in ViewJson.Codes(item.Caveats))
        {
            json.WriteStringValue(caveat);
        }

        json.WriteEndArray();
        var from = (int)(json.BytesCommitted + json.BytesPending);
        json.WriteString("policy", policy);
        var to = (int)(json.BytesCommitted + json.BytesPending);
        json.WriteEndObject();
        return from..to;
    }

    private static void WriteOwnerNotes(Utf8JsonWriter json, OwnerNotes? owner)
    {
        if (owner is null)
        {
            return;
        }

        if (owner.Version is { } version)
        {
            json.WriteNumber("version", version);
        }

        json.WritePropertyName("releases");
        JsonSerializer.Serialize(json, owner.Releases, ViewJson.Options);
        json.WritePropertyName("acknowledgements");
        JsonSerializer.Serialize(json, owner.Acknowledgements, ViewJson.Options);
        if (owner.Widenings.Count > 0)
        {
            json.WritePropertyName("widenings");
            JsonSerializer.Serialize(json, owner.Widenings, ViewJson.Options);
        }

        if (owner.Quarantine is { } settled)
        {
            json.WritePropertyName("quarantine");
            JsonSerializer.Serialize(json, settled, ViewJson.Options);
        }
    }

    private static string Hash(string item, byte[] body, Range without)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(item));
        hash.AppendData(body.AsSpan(..without.Start));
        hash.AppendData(body.AsSpan(without.End..));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What can be searched and filtered, gathered from shown values only.</summary>
    private sealed class Facets
    {
        public StringBuilder Text { get; } = new();

        public long? HappenedFrom { get; private set; }

        public double? Lat { get; private set; }

        public double? Lon { get; private set; }

        public void Note(FieldSpec field, JsonNode shown)
        {
            switch (field.Shape)
            {
                case FieldShape.Text when shown is JsonValue:
                    Text.Append(' ').Append(shown.GetValue<string>());
                    break;
                case FieldShape.Organisation or FieldShape.Person:
                    Text.Append(' ').Append(shown["name"]?.GetValue<string>());
                    break;
                case FieldShape.Attachments:
                    Text.AppendJoin(' ', shown.AsArray().Select(file => " " + file!["name"]!.GetValue<string>()));
                    break;
                case FieldShape.Instant when field.Class == FieldClass.Time:
                    HappenedFrom ??= Instant(shown);
                    break;
                case FieldShape.Point:
                    Lat ??= shown["lat"]?.GetValue<double>();
                    Lon ??= shown["lon"]?.GetValue<double>();
                    break;
                default:
                    break;
            }
        }

        private static long? Instant(JsonNode shown) =>
            DateTimeOffset.TryParse(
                shown is JsonObject ? shown["day"]?.GetValue<string>() : shown.GetValue<string>(),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var instant)
                ? instant.ToMicroseconds()
                : null;
    }
}
