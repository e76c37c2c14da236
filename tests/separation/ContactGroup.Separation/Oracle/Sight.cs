using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Separation.Acts;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Oracle;

/// <summary>
/// What an observer may come to see of a trace, written from the specification and not from the product. It errs on one side only: what it calls hidden
/// must be hidden; what it is not sure of, it calls seen, and then it is the same in both worlds.
/// </summary>
internal sealed class Sight(Person observer, Posture begin, IReadOnlyList<Person> people, IReadOnlyList<Room> rooms, IReadOnlyList<(string Key, Act Act)> trace)
{
    private readonly Dictionary<string, bool> items = new(StringComparer.Ordinal);

    /// <summary>Whether the observer may come to know of anything that an act does.</summary>
    public bool MaySee(string key, Act act) => act.By == observer.Key || IsOfOwnOrganisation(act) || (!IsGone(key) && MaySeeAsMember(key, act));

    // Who was removed from a group belongs to their organisation as before, and to nobody's room.
    private bool IsOfOwnOrganisation(Act act) => act switch
    {
        KeepConcern or ForgetConcern => Who(act.By).Organisation.Key == observer.Organisation.Key,
        ChangeOrganisation change => change.Organisation == observer.Organisation.Key,
        Suspend suspend => suspend.Person == observer.Key,
        _ => false,
    };

    private bool MaySeeAsMember(string key, Act act) => act switch
    {
        Post or Report or Notify or Advise or Raise => MaySeeItem(key),
        Edit edit => MaySeeItem(edit.Message),
        Withdraw withdraw => MaySeeItem(withdraw.Message),
        Acknowledge receipt => MaySeeReceipt(key, receipt),
        Amend amend => MaySeeAmendment(amend),
        AmendMovement amend => MaySeeItem(amend.Movement) && (!IsAcross(amend.Movement) || TellsRecipient(amend)),
        Confirm receipt => MaySeeItem(receipt.Movement) && (!IsAcross(receipt.Movement) || Who(receipt.By).Audience == observer.Audience),
        HearOf said => MaySeeItem(said.Movement) && !IsAcross(said.Movement),
        AmendAdvisory amend => MaySeeItem(amend.Movement) && !(CrossesLine(amend.Movement) && Fields.AreOwnAlone(amend.Fields)),
        OfMovement said => MaySeeItem(said.Movement),
        UpdateNotice update => MaySeeItem(update.Notice) && !(CrossesLine(update.Notice) && Fields.OfNoticeAreHiddenAcross(update.Fields)),

        // A force is told since when, and not how far: that it is over it hears by when.
        SayConstraint said => MaySeeItem(said.Notice) && !(CrossesLine(said.Notice) && observer.Side is Side.Security && !said.IsOver),
        OfNotice said => MaySeeItem(said.Notice),
        KeepConcern or ForgetConcern => false, // but see above
        Verify verify => MaySeeItem(verify.Incident) && (observer.Side is Side.Humanitarian || Owns(verify.Incident)),
        Decide decide => MaySeeChange(decide.Item, decide.Target, reaches: decide.Verb == "release"),
        Recall recall => MaySeeChange(recall.Item, recall.Target, reaches: true),
        Relabel relabel => MaySeeItem(relabel.Item),
        Widen widen => MaySeeChange(widen.Item, widen.Target, reaches: false),
        Answer answer => MaySeeChange(answer.Item, answer.Target, reaches: true),
        Smuggle smuggle => MaySeeQuarantined(smuggle),
        Join join => MayKnowMember(Who(join.Person)),
        Remove remove => MayKnowMember(Who(remove.Person)),
        Suspend suspend => MayKnowMember(Who(suspend.Person)),
        ChangeOrganisation change => people.Any(person => person.Organisation.Key == change.Organisation && MayKnowMember(person)),
        OpenRoom open => Admits(Room(open.Room), observer.Audience),
        Look or Follow or Inspect or Consult or AskOverlaps => MayLearnOfReading(Who(act.By)),
        Prepare or Upload => false,
        _ => true,
    };

    /// <summary>Whether the observer is admitted to a room.</summary>
    public bool MayKnowRoom(Room room) => Admits(room, observer.Audience);

    /// <summary>
    /// Whether coming and going of one more person may show. A coordinator knows everybody, everybody knows coordinators, each side its own: the
    /// humanitarian side all of it, a force that force, police and each political constituency itself. That a further person of another side is there
    /// shows to nobody, as long as somebody of the same audience is there anyway: the humanitarian side may know that, and no other.
    /// </summary>
    public bool MayKnowMember(Person person) =>
        observer.IsCoordinator || person.IsCoordinator || person.Audience == observer.Audience
        || (observer.Side is Side.Humanitarian && (person.Side is Side.Humanitarian || !HasLastingMember(person)));

    /// <summary>Whether a person does something that the observer may see: then their membership, seen or not, is a condition of it.</summary>
    public bool ActsInSight(Person person) => trace.Any(one => one.Act.By == person.Key && MaySee(one.Key, one.Act));

    /// <summary>Whether something that the observer may see depends on an act that they may not see.</summary>
    public bool IsNeededByWhatIsSeen(Act act) => act switch
    {
        Join join => ActsInSight(Who(join.Person)),
        Remove remove => ActsInSight(Who(remove.Person)),
        Suspend suspend => ActsInSight(Who(suspend.Person)),
        ChangeOrganisation change => people.Any(person => person.Organisation.Key == change.Organisation && ActsInSight(person)),
        Widen widen => IsHeldForWhatIsSeen(widen.Item, widen.Target)
            || trace.Any(one => one.Act is Answer answer && answer.Item == widen.Item && answer.Target == widen.Target && MaySee(one.Key, answer)),
        Decide decide => IsHeldForWhatIsSeen(decide.Item, decide.Target) || IsDecidedInSight(decide),
        Recall recall => IsHeldForWhatIsSeen(recall.Item, recall.Target),
        Answer answer => IsHeldForWhatIsSeen(answer.Item, answer.Target),
        Prepare => trace.Any(one => one.Act is Post { ShownIn: { } slot } && trace.Any(shown => shown.Key == slot && shown.Act == act) && MaySee(one.Key, one.Act)),
        _ => false,
    };

    // A review is settled once: whether it was returned before decides whether a release that is seen comes about.
    private bool IsDecidedInSight(Decide decide) => trace.Any(one =>
        one.Act is Decide other && other.Item == decide.Item && other.Target == decide.Target && MaySee(one.Key, other));

    // Somebody of a target does something in sight with an item: then it matters that they hold it.
    private bool IsHeldForWhatIsSeen(string item, string target) => trace.Any(one =>
        (one.Act.On == item || one.Act is Post { ReplyTo: { } parent } && parent == item) && Target(Who(one.Act.By).Audience) == target && MaySee(one.Key, one.Act));

    /// <summary>Whether the observer may come to hold an item, in any version, at any time of the trace.</summary>
    public bool MaySeeItem(string key)
    {
        if (!items.TryGetValue(key, out var may))
        {
            may = items[key] = Array.Exists([.. trace], one => one.Key == key) && MayHold(key, trace.First(one => one.Key == key).Act);
        }

        return may;
    }

    /// <summary>Whether the observer belongs to the organisation that wrote an item.</summary>
    public bool Owns(string key) => Author(key) is { } author && author.Organisation.Key == observer.Organisation.Key;

    /// <summary>Whether a movement names the observer from across.</summary>
    public bool IsNamedIn(string key) => trace.Any(one => one.Key == key && one.Act is Notify notify && notify.Names(observer.Audience.ToString()));

    /// <summary>
    /// Whether a movement does not name the observer, who may have it by its owner's consent, and somebody is left out of it: when what its owner says about who may have it
    /// changes, the consent ends, and the observer sees that. See <c>docs/decisions/0080</c>.
    /// </summary>
    public bool IsHeldUntilNarrowed(string key) =>
        !IsNamedIn(key) && trace.Any(one => one.Act is AmendMovement { Recipients: not null } amend && amend.Movement == key);

    /// <summary>Whether the observer stands on another side than the item's author.</summary>
    public bool IsAcross(string key) => Author(key) is { } author && !SameSide(author);

    /// <summary>Whether the humanitarian side is on one end, and another on the other: the observer and the item's author.</summary>
    public bool CrossesLine(string key) => Author(key) is { } author && (author.Side is Side.Humanitarian) != (observer.Side is Side.Humanitarian);

    /// <summary>Whether a report reaches the other sides only when a coordinator releases it, from its writing to the end.</summary>
    public bool IsReviewed(string key, Report report) => IsReviewed(key, report, Who(report.By), Room(report.Room));

    /// <summary>Whether an item is a coexistence-or-stricter affair from its writing to the end.</summary>
    private bool NeverCooperates(string key) => PosturesFrom(key).All(posture => posture is not Posture.Cooperation);

    // After the removal of the observer, who is not let in again.
    private bool IsGone(string key) => trace.SkipWhile(one => one.Act is not Remove remove || remove.Person != observer.Key).Skip(1).Any(one => one.Key == key);

    private bool MayHold(string key, Act act)
    {
        if (act is Smuggle smuggle)
        {
            return MaySeeQuarantined(smuggle);
        }

        var (room, author) = (Room(RoomOf(act)), Who(act.By));
        if (!Admits(room, observer.Audience))
        {
            return false;
        }

        if (act is Notify notify)
        {
            return MayHoldMovement(key, notify, author);
        }

        if (act is Advise)
        {
            return MayHoldAdvisory(key, author);
        }

        if (author.Organisation.Key == observer.Organisation.Key)
        {
            return true;
        }

        if (!Releases(key, act).Any(release => Covers(release, author, room)))
        {
            return false;
        }

        return SameSide(author) || observer.IsCoordinator || MayCross(key, act, author, room);
    }

    // The own side has all of it. Who is named gets it at once, or, when words in it are held, once a coordinator releases it or the words are others. Who is
    // not gets nothing, unless its owner consents to more.
    private bool MayHoldMovement(string key, Notify notify, Person author) => SameSide(author) || trace.Any(one => one.Act switch
    {
        Notify => one.Key == key && notify.Names(observer.Audience.ToString()) && !IsHeld(notify),
        AmendMovement amend => amend.Movement == key && notify.Names(observer.Audience.ToString()) && (amend.Fields.Contains("\"route\"", StringComparison.Ordinal) || amend.Fields.Contains("\"name\":\"depot", StringComparison.Ordinal)),
        Decide { Verb: "release" } decide => decide.Item == key && decide.Target == Target(observer.Audience),
        Answer { Verb: "consent" } answer => answer.Item == key && answer.Target == Target(observer.Audience),
        _ => false,
    });

    // For the whole humanitarian side and whoever issued it; for others when its owner consents.
    private bool MayHoldAdvisory(string key, Person author) => observer.Side is Side.Humanitarian || SameSide(author)
        || trace.Any(one => one.Act is Answer { Verb: "consent" } answer && answer.Item == key && answer.Target == Target(observer.Audience));

    private static bool IsHeld(Notify notify) => notify.Fields.Contains(MovementMaker.HeldWords, StringComparison.Ordinal);

    // What is shown to who is named is different, or the observer is left out. Who else is left out shows to nobody across, but
    // for whoever has it by a consent that ends with it: see docs/decisions/0080.
    private bool TellsRecipient(AmendMovement amend) => !Fields.AreHiddenFromNamed(amend.Fields, amend.IsSite)
        || (amend.Recipients is { } left && !left.Split(' ').Contains(observer.Audience.ToString(), StringComparer.Ordinal));

    // That something is quarantined: its organisation and coordinators. What it says: nobody.
    private bool MaySeeQuarantined(Smuggle smuggle) => Admits(Room(smuggle.Room), observer.Audience)
        && (observer.IsCoordinator || Who(smuggle.By).Organisation.Key == observer.Organisation.Key);

    private bool MayCross(string key, Act act, Person author, Room room)
    {
        // Sexual violence stays on the humanitarian side, whatever its author says.
        if (act is Report { Fields: { } fields } && fields.Contains("SEXUAL_VIOLENCE", StringComparison.Ordinal))
        {
            return false;
        }

        // Two forces never see each other's items unless named.
        if (author.Organisation.Force is not null && observer.Organisation.Force is not null
            && !Releases(key, act).Any(release => release.Contains($"audience:{observer.Audience}", StringComparison.Ordinal)))
        {
            return false;
        }

        return !IsReviewed(key, act, author, room) || trace.Any(one => one.Act switch
        {
            Decide { Verb: "release" } decide => decide.Item == key && decide.Target == Target(observer.Audience),
            Answer { Verb: "consent" } answer => answer.Item == key && answer.Target == Target(observer.Audience),
            _ => false,
        });
    }

    // What leaves the humanitarian side waits for a coordinator, and so does every message in a plenary.
    private bool IsReviewed(string key, Act act, Person author, Room room) =>
        NeverCooperates(key) && (act is Report or Raise ? author.Side is Side.Humanitarian : room.Kind is ChannelKind.Plenary);

    private bool MaySeeReceipt(string key, Acknowledge receipt)
    {
        if (!Owns(receipt.Message))
        {
            return false;
        }

        // From across, a side or a force is named once, however many of its people confirm.
        var by = Who(receipt.By);
        var earlier = trace.TakeWhile(one => one.Key != key)
            .Any(one => one.Act is Acknowledge before && before.Message == receipt.Message && Who(before.By).Audience == by.Audience);
        return SameSide(by) || !earlier || by.Where != In.Both;
    }

    private bool MaySeeAmendment(Amend amend) =>
        MaySeeItem(amend.Incident) && !(IsAcross(amend.Incident) && amend.Verb == "update" && Fields.AreHiddenAcross(amend.Fields));

    // What is decided about an item for a target: coordinators see it, the owner for those they may know of, and the target where it reaches them.
    private bool MaySeeChange(string item, string target, bool reaches) => MaySeeItem(item)
        && (observer.IsCoordinator || (Owns(item) && MayKnowTarget(target)) || (reaches && (target == Target(observer.Audience) || IsMovementOfOwnSide(item))));

    // The own side sees where a movement stands with everybody who is named.
    private bool IsMovementOfOwnSide(string item) => !IsAcross(item) && trace.Any(one => one.Key == item && one.Act is Notify);

    private bool MayKnowTarget(string target) => observer.Side is Side.Humanitarian || target == "side:humanitarian" || target == Target(observer.Audience);

    /// <summary>
    /// An owner is told who had what they wrote and when they read it: of people of their own side by name; of other sides, when the first of them did,
    /// and that only on the humanitarian side.
    /// </summary>
    private bool MayLearnOfReading(Person reader) =>
        (observer.Side is Side.Humanitarian || SameSide(reader)) && trace.Any(one => one.Act.Writes && Owns(one.Key));

    private IEnumerable<string> Releases(string key, Act act)
    {
        var first = act switch { Post post => post.ReleaseTo, Raise raise => raise.ReleaseTo, _ => ((Report)act).ReleaseTo };
        return trace.Select(one => one.Act switch
        {
            Edit edit when edit.Message == key => edit.ReleaseTo,
            Relabel relabel when relabel.Item == key => relabel.ReleaseTo,
            Answer { Verb: "consent" } answer when answer.Item == key => answer.Target == "side:humanitarian" ? "humanitarian" : answer.Target,
            _ => string.Empty,
        }).Where(release => release.Length > 0).Prepend(first);
    }

    private bool Covers(string release, Person author, Room room)
    {
        var atoms = release.Length > 0 ? release.Split(' ')
            : room.Kind is ChannelKind.Desk or ChannelKind.Notice || (room.Kind is ChannelKind.Caucus && author.Side is Side.Political) ? ["all"]
            : ["own-side"];
        return atoms.Any(atom => atom switch
        {
            "all" => true,
            "own-side" => SameSide(author),
            "own-organisation" => false,
            "humanitarian" => observer.Side is Side.Humanitarian,
            "side:security" => observer.Side is Side.Security,
            "side:political" => observer.Side is Side.Political,
            _ => atom == $"audience:{observer.Audience}" || !atom.StartsWith("audience:", StringComparison.Ordinal),
        });
    }

    private IEnumerable<Posture> PosturesFrom(string key)
    {
        var (posture, passed) = (begin, false);
        foreach (var (slot, act) in trace)
        {
            passed |= slot == key;
            if (passed)
            {
                yield return posture;
            }

            if (act is Acts.ChangePosture change)
            {
                posture = Enum.Parse<Posture>(change.Posture, ignoreCase: true);
            }
        }

        yield return posture;
    }

    private bool SameSide(Person other) =>
        observer.Side is Side.Humanitarian ? other.Side is Side.Humanitarian : other.Audience == observer.Audience;

    private bool HasLastingMember(Person person) => people.Any(other =>
        other.Key != person.Key && other.Audience == person.Audience && other.Where == In.Both && !trace.Any(one => Ends(one.Act, other)));

    private static bool Ends(Act act, Person person) => act switch
    {
        Remove remove => remove.Person == person.Key,
        Suspend suspend => suspend.Person == person.Key,
        ChangeOrganisation change => change.Organisation == person.Organisation.Key,
        _ => false,
    };

    private Person? Author(string key) => trace.FirstOrDefault(one => one.Key == key).Act is { } act ? Who(act.By) : null;

    private Person Who(string key) => people.First(person => person.Key == key);

    private Room Room(string key) => rooms.First(room => room.Key == key);

    private static string RoomOf(Act act) => act switch { Post post => post.Room, Notify notify => notify.Room, Advise => Advise.Room, Raise raise => raise.Room, _ => ((Report)act).Room };

    private static string Target(Audience audience) => audience.Side switch
    {
        Side.Humanitarian => "side:humanitarian",
        Side.Political => "side:political",
        _ => $"audience:{audience}",
    };

    private static bool Admits(Room room, Audience audience) => room.Kind switch
    {
        ChannelKind.Plenary or ChannelKind.Notice or ChannelKind.Notification => true,
        ChannelKind.Desk when audience.Constituency is Constituency.Coordination => true,
        _ => room.Admits.Any(atom => atom == audience.ToString() || (atom == "humanitarian" && audience.Side is Side.Humanitarian)),
    };
}
