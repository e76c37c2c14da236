using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Separation.Acts;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Oracle;

/// <summary>
/// What an observer must hold of a movement at the end, worked out from the acts that were taken and from the specification, sharing no code with the product.
/// Two equal worlds may both show too little, or still show what was taken back; this finds that.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="taken">Acts that were taken in one world, in order.</param>
/// <param name="inTime">Gives fields the instants that they have in that world.</param>
internal sealed class SecondOpinion(Plan plan, IReadOnlyList<(string Key, Act Act)> taken, Func<string, string> inTime)
{
    private static readonly string[] Movement =
    [
        .. Fields.OfMovementForNamed, "purpose", "notes", "staff", "internationalStaff", "nationalStaff", "drivers", "contractors", "evacuees", "cargo", "cargoTonnes",
        "cargoCubicMetres", "dangerousGoods", "waybill", "communications", "radioCallSign", "frontLineCrossing", "partiesOnRoute",
    ];
    private static readonly string[] Site = [.. Fields.OfSiteForNamed, "function", "relation", "notes", "staff", "occupants"];

    // What follows from the time of a command, and what happens by itself, is looked at by the comparison alone.
    private static readonly string[] OfTime = ["revalidatedAt", "revalidateBy"];
    private static readonly string[] OfTimeInLines = ["at", "late", "earlier", "reminders", "remindedAt", "escalatedAt"];

    /// <summary>Nothing: as if the movement did not exist.</summary>
    public const string Nothing = "nothing";

    /// <summary>What the observer holds of a movement; null where words, decisions and takings back make it a matter of more than this.</summary>
    public string? Of(string slot)
    {
        var acts = taken.Where(one => one.Key == slot || one.Act.On == slot).Select(one => one.Act).ToList();
        if (acts.Count == 0 || acts[0] is not Notify notify || acts.Exists(IsUnsure) || notify.Fields.Contains(MovementMaker.HeldWords, StringComparison.Ordinal) || IsGone())
        {
            return null;
        }

        var movement = new Simulated(notify, inTime);
        foreach (var act in acts.Skip(1))
        {
            movement.Take(act, act is Confirm receipt ? plan.Who(receipt.By).Audience.ToString() : string.Empty);
        }

        var room = plan.Where(notify.Room);
        var isAdmitted = room.Kind is ChannelKind.Notification || plan.Observer.IsCoordinator || room.Admits.Contains(plan.Observer.Audience.ToString(), StringComparer.Ordinal);
        return !isAdmitted ? Nothing
            : plan.Observer.Side is Side.Humanitarian ? movement.ForOwnSide()
            : movement.ForNamed(plan.Observer.Audience.ToString(), plan.Who(notify.By).Organisation.Constituency);
    }

    /// <summary>The same form of what the product shows.</summary>
    public string Shown(string kind, JsonObject fields)
    {
        var all = kind == Notify.Site ? Site : Movement;
        var isOwnSide = plan.Observer.Side is Side.Humanitarian;
        var shown = new JsonObject();
        foreach (var (name, value) in fields)
        {
            if (name == "dispatch")
            {
                shown[name] = new JsonArray([.. value!.AsArray().Select(line => Line(line!.AsObject(), isOwnSide))]);
            }
            else if (!OfTime.Contains(name) && (!isOwnSide || all.Contains(name) || name == "recipients"))
            {
                shown[name] = value?.DeepClone();
            }
        }

        return Sorted(shown);
    }

    // Also a site that may say by itself that nobody confirmed it.
    private static bool IsUnsure(Act act) => act is WithdrawMovement or Recall or Decide or Widen or Answer
        || (act is Notify { IsSite: true } or AmendMovement { IsSite: true } && (act is Notify site ? site.Fields : ((AmendMovement)act).Fields).Contains("validUntil", StringComparison.Ordinal));

    private bool IsGone() => taken.Any(one => one.Act is Remove remove && remove.Person == plan.Observer.Key);

    private static JsonObject Line(JsonObject line, bool isOwnSide)
    {
        // The hash is the own side's.
        var rest = line.DeepClone().AsObject();
        foreach (var name in OfTimeInLines)
        {
            rest.Remove(name);
        }

        if (isOwnSide)
        {
            rest.Remove("hash");
        }

        if ((string?)rest["state"] is "ACKNOWLEDGED" or "QUERIED")
        {
            rest["state"] = "received";
        }

        return Ordered(rest);
    }

    private static JsonObject Ordered(JsonObject fields) =>
        new(fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => KeyValuePair.Create(field.Key, field.Value switch
        {
            JsonObject inner => Ordered(inner),
            JsonArray list => new JsonArray([.. list.Select(one => one is JsonObject inner ? Ordered(inner) : one?.DeepClone())]),
            var value => value?.DeepClone(),
        })));

    private static string Sorted(JsonObject fields) => Ordered(fields).ToJsonString();

    /// <summary>A movement or a site as the specification has it.</summary>
    private sealed class Simulated
    {
        private readonly Func<string, string> inTime;
        private readonly JsonObject content;
        private readonly IReadOnlyList<string> ofNamed;
        private readonly IReadOnlyList<string> ofOwnSide;
        private readonly SortedDictionary<string, JsonObject> lines = new(StringComparer.Ordinal);
        private int version = 1;

        public Simulated(Notify notify, Func<string, string> inTime)
        {
            this.inTime = inTime;
            (ofNamed, ofOwnSide) = notify.IsSite ? (Fields.OfSiteForNamed, Site) : (Fields.OfMovementForNamed, Movement);
            content = JsonNode.Parse(inTime(notify.Fields))!.AsObject();
            content["notice"] = "NOTIFICATION_ONLY";
            content["state"] = "NOTIFIED";
            foreach (var recipient in notify.Recipients.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                lines[recipient] = Sent();
            }
        }

        public void Take(Act act, string audience)
        {
            var before = Shown();
            switch (act)
            {
                case AmendMovement amend:
                    Take(amend);
                    break;
                case SayState said:
                    content["state"] = said.State;
                    break;
                case RemoveSite:
                    content["state"] = "REMOVED";
                    break;
                case Revalidate:
                    Send();
                    return;
                case Confirm receipt when lines.TryGetValue(audience, out var line):
                    Note(line, receipt);
                    return;
                default:
                    return;
            }

            if (Shown() != before)
            {
                Send();
            }
        }

        public string ForOwnSide()
        {
            var shown = new JsonObject(ofOwnSide.Where(content.ContainsKey).Select(name => KeyValuePair.Create(name, content[name]?.DeepClone())))
            {
                ["version"] = version,
                ["recipients"] = new JsonArray([.. lines.Keys.Select(recipient => (JsonNode)recipient)]),
                ["dispatch"] = new JsonArray([.. lines.Select(line => Ordered(new JsonObject(line.Value.DeepClone().AsObject().Select(Copy)) { ["to"] = line.Key }))]),
            };
            return Sorted(shown);
        }

        public string ForNamed(string audience, Constituency owner)
        {
            if (!lines.TryGetValue(audience, out var line))
            {
                return Nothing;
            }

            var shown = JsonNode.Parse(Shown())!.AsObject();
            shown["version"] = version;
            shown["dispatch"] = new JsonArray(line.DeepClone());
            shown["organisation"] = new JsonObject { ["coarse"] = true, ["constituency"] = CodeOf(owner) };
            return Sorted(shown);
        }

        private void Send()
        {
            version++;
            foreach (var recipient in lines.Keys.ToList())
            {
                lines[recipient] = Sent();
            }
        }

        private static KeyValuePair<string, JsonNode?> Copy(KeyValuePair<string, JsonNode?> field) => KeyValuePair.Create(field.Key, field.Value?.DeepClone());

        private static string CodeOf(Constituency constituency) => constituency is Constituency.UnHumanitarian ? "un-humanitarian" : constituency.ToString().ToLowerInvariant();

        private JsonObject Sent() => new() { ["state"] = "SENT", ["version"] = version };

        private string Shown() => Sorted(new JsonObject(ofNamed.Where(content.ContainsKey).Select(name => KeyValuePair.Create(name, content[name]?.DeepClone()))));

        private void Take(AmendMovement amend)
        {
            foreach (var (name, value) in JsonNode.Parse(inTime(amend.Fields))!.AsObject())
            {
                if (name == "clear")
                {
                    value!.AsArray().ToList().ForEach(cleared => content.Remove((string)cleared!));
                }
                else
                {
                    content[name] = value?.DeepClone();
                }
            }

            if (amend.Recipients is { } left)
            {
                foreach (var gone in lines.Keys.Except(left.Split(' '), StringComparer.Ordinal).ToList())
                {
                    lines.Remove(gone);
                }
            }
        }

        private static void Note(JsonObject line, Confirm receipt)
        {
            line["state"] = "received";
            line["cell"] = receipt.Cell;
            if (receipt.Query is { } query && (string?)line["query"] is var before && before?.Split('\n').Contains(query) != true)
            {
                line["query"] = before is null ? query : $"{before}\n{query}";
            }
        }
    }
}
