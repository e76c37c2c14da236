using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Separation.Acts;
using ContactGroup.Separation.Oracle;

namespace ContactGroup.Separation.Worlds;

/// <summary>Makes an act of one trace into the acts of two worlds: what the observer may not see differs, what they may see is the same.</summary>
internal sealed partial class Variation(Dice dice, Person observer, IReadOnlyList<Person> people, Sight sight)
{
    /// <summary>What happens in the first world and in the second.</summary>
    public (Act? First, Act? Second) Of(string key, Act act)
    {
        if (sight.MaySee(key, act))
        {
            return (act, InPart(key, act));
        }

        if (sight.IsNeededByWhatIsSeen(act))
        {
            return (act, act);
        }

        return dice.Below(5) switch
        {
            0 => (act, null),
            1 => (null, act),
            2 => (act, act),
            _ => (act, Other(key, act)),
        };
    }

    // Nothing of it is seen, so everything may differ.
    private Act? Other(string key, Act act) => act switch
    {
        Post post => post with
        {
            By = Colleague(post.By),
            Text = post.Text + " and more of it " + new string('x', dice.Below(40)),
            ReplyTo = null,
            WantsReceipt = !post.WantsReceipt,
            Attach = post.Attach is { } file && dice.OneIn(2) ? file with { Word = "another" } : null,
            ShownIn = null,
        },
        Edit edit => edit with { Text = edit.Text + " otherwise" },
        Report report => report with { Fields = With(report.Fields, "narrativeRestricted", "told by nobody"), Sensitivity = "high" },
        Acknowledge receipt => receipt with { By = Colleague(receipt.By) },
        Decide decide => decide with { Why = "Otherwise.", Edits = string.Empty },
        Recall recall => recall with { Reason = "Otherwise." },
        Relabel relabel => relabel with { Sensitivity = "high" },
        Inspect inspect => inspect with { By = Colleague(inspect.By) },
        Smuggle smuggle => smuggle with { Text = smuggle.Text + " and more of it", By = Colleague(smuggle.By) },
        Upload upload => upload with { File = upload.File with { Word = "another" }, TakesBack = !upload.TakesBack },
        Notify notify => Other(notify),
        OfMovement said => Other(said),
        Advise advise => advise with { By = Colleague(advise.By), Fields = With(advise.Fields, "summary", "Something else.") },
        Raise raise => raise with { By = Colleague(raise.By), Fields = With(OtherNotice(raise.Fields), "severity", "1"), Linked = null },
        UpdateNotice update => update with { Fields = new JsonObject { ["negotiation"] = "Otherwise." }.ToJsonString() },
        SayConstraint said => Other(said),
        WithdrawNotice taken => taken with { Reason = "Otherwise." },
        KeepConcern concern => concern with { Fields = With(concern.Fields, "note", "Something else.") },
        _ => null,
    };

    // The observer sees it in part: what they do not see of it differs.
    private Act InPart(string key, Act act) => act.By == observer.Key ? act : act switch
    {
        Post post => InPart(key, post),
        Report report when HidesDetail(key, report) => report with { By = Colleague(report.By), Fields = OtherDetail(report.Fields), Affects = Struck(report) },
        Report report when HidesSurvivor(key, report) => report with { Fields = Moved(report.Fields) },
        Notify notify when sight.IsAcross(key) => InPart(key, notify),
        AmendMovement amend when sight.IsAcross(amend.Movement) => InPart(amend),
        Confirm receipt => receipt with { By = Colleague(receipt.By) },
        SayState said when sight.IsAcross(said.Movement) => said with { Reason = "Otherwise." },
        WithdrawMovement taken when sight.IsAcross(taken.Movement) => taken with { Reason = "Otherwise." },
        RemoveSite gone when sight.IsAcross(gone.Movement) => gone with { Reason = "CLOSED" },
        Advise advise when sight.CrossesLine(key) => InPart(advise),
        EndAdvisory ended when sight.CrossesLine(ended.Movement) => ended with { Reason = "Otherwise." },
        Raise raise => InPart(key, raise),
        UpdateNotice update when sight.CrossesLine(update.Notice) => update with { Fields = With(update.Fields, "negotiation", $"Otherwise {dice.Below(1000)}.") },
        SayConstraint said when sight.CrossesLine(said.Notice) => said with { Note = "Otherwise." },
        WithdrawNotice taken when sight.CrossesLine(taken.Notice) => taken with { Reason = "Otherwise." },
        Decide decide when IsOnlyReached(decide.Item) => decide with { Why = "Otherwise." },
        Recall recall when IsOnlyReached(recall.Item) => recall with { Reason = "Otherwise." },
        Widen widen when observer.Side is not Side.Humanitarian => widen with { By = Colleague(widen.By) },
        Smuggle smuggle => smuggle with
        {
            Text = smuggle.Text + " and more of it",
            By = sight.Owns(key) ? smuggle.By : Colleague(smuggle.By),
        },
        Amend amend when sight.IsAcross(amend.Incident) && !observer.IsCoordinator && amend.Verb is "correct" => amend with
        {
            Fields = With(amend.Fields, "reason", "Heard from another."),
        },
        _ => act,
    };

    private Post InPart(string key, Post post)
    {
        // An answer to what the observer does not hold looks like no answer.
        var parent = post.ReplyTo is { } slot && !sight.MaySeeItem(slot) && dice.OneIn(2) ? null : post.ReplyTo;

        // Across sides a message shows its organisation, or only the type of it, and never the person.
        var hidesAuthor = sight.IsAcross(key) && !observer.IsCoordinator;
        return post with { ReplyTo = parent, By = hidesAuthor ? Colleague(post.By) : post.By, Attach = InPart(hidesAuthor, post.Attach) };
    }

    // What a picture says beside the picture is cut off for everybody. Across sides a file has no name, and some go there not at all.
    private static HeldFile? InPart(bool isAcross, HeldFile? file) => file switch
    {
        { Kind: "paper" } when isAcross => null,
        not null when isAcross => file with { Word = "another" },
        _ => file,
    };

    // The observer's side or force gets it or loses it, and why is between others.
    private bool IsOnlyReached(string item) => !sight.Owns(item) && !observer.IsCoordinator;

    private bool HidesDetail(string key, Report report) =>
        sight.IsAcross(key) && !observer.IsCoordinator && Author(report).Side is Side.Humanitarian && observer.Side is not Side.Humanitarian;

    private bool HidesSurvivor(string key, Report report) => observer.Side is Side.Humanitarian && !sight.Owns(key)
        && report.Fields.Contains("SEXUAL_VIOLENCE", StringComparison.Ordinal) && Author(report).Side is Side.Humanitarian;

    // On what is not the observer's: that it was struck shows to nobody who does not hold it.
    private string? Struck(Report report) => report.Affects is { } slot && !sight.MaySeeItem(slot) && dice.OneIn(2) ? null : report.Affects;

    private string OtherDetail(string fields)
    {
        var changed = JsonNode.Parse(Moved(fields))!.AsObject();
        changed["actorName"] = "somebody else";
        changed["narrativeRestricted"] = "told by " + dice.Below(1000).ToString(CultureInfo.InvariantCulture);
        changed["occurredAt"] = $"2040-02-28T0{dice.Below(10)}:15:00Z";
        changed["impact"] = new JsonObject { ["injured"] = 1 + dice.Below(4) };
        if (dice.OneIn(2))
        {
            changed.Remove("contactName");
        }

        return changed.ToJsonString();
    }

    // Within the same cell of the grid.
    private string Moved(string fields)
    {
        var changed = JsonNode.Parse(fields)!.AsObject();
        changed["position"] = new JsonObject { ["lat"] = 36.51 + (dice.Below(8) / 100.0), ["lon"] = 36.51 + (dice.Below(8) / 100.0) };
        return changed.ToJsonString();
    }

    // A coordinator stays who they are: nobody releases what they wrote themselves, so who wrote it decides whether a release that is seen comes about.
    private string Colleague(string person)
    {
        var organisation = people.First(one => one.Key == person).Organisation;
        var colleague = dice.Of([.. people.Where(one => one.Organisation.Key == organisation.Key && one.Where == In.Both && one.Key != observer.Key).Select(one => one.Key).DefaultIfEmpty(person)]);
        return organisation.Constituency is Constituency.Coordination ? person : colleague;
    }

    private Person Author(Act act) => people.First(person => person.Key == act.By);

    private static string With(string fields, string name, string value)
    {
        var changed = JsonNode.Parse(fields)!.AsObject();
        changed[name] = value;
        return changed.ToJsonString();
    }
}
