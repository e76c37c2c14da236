using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace ContactGroup.Movements;

/// <summary>How long before its window a movement should be notified, what happens by itself when nothing is said, how long it is shown, and how often sites are confirmed. Section <c>Movements</c>.</summary>
internal sealed class MovementOptions : IValidatableObject
{
    public const string Section = "Movements";

    private const int MostParties = 32;

    /// <summary>Lead time of a standard notification by road, rail, river or on foot. A later one needs a reason and is marked late; it is taken all the same.</summary>
    /// <value>Hours, 0 to 720. Default: 48.</value>
    [Range(0, 720)]
    public int LeadHours { get; set; } = 48;

    /// <summary>Lead time of a standard notification by air or sea.</summary>
    /// <value>Hours, 0 to 720. Default: 72.</value>
    [Range(0, 720)]
    public int AirAndSeaLeadHours { get; set; } = 72;

    /// <summary>Lead time of an emergency notification, whatever its mode.</summary>
    /// <value>Hours, 0 to 720. Default: 24.</value>
    [Range(0, 720)]
    public int EmergencyLeadHours { get; set; } = 24;

    /// <summary>Lead times of receiving parties that asked for others than those above, each party once. A notification is late for a party by its own lead time, and no other party learns of it.</summary>
    /// <value>A list of sections, at most 32. Default: none.</value>
    public IList<PartyLeadTimes> LeadTimes { get; } = [];

    /// <summary>
    /// How long others than its owner are shown a movement after its window ended or it was over, whichever is first: what lies behind tells how somebody
    /// usually moves. Also how long they are shown that a site was removed.
    /// </summary>
    /// <value>Hours, 1 to 720. Default: 72.</value>
    [Range(1, 720)]
    public int ShownAfterHours { get; set; } = 72;

    /// <summary>How long a site holds until its organisation confirms it again.</summary>
    /// <value>Days, 1 to 366. Default: 90.</value>
    [Range(1, 366)]
    public int RevalidateDays { get; set; } = 90;

    /// <summary>How long after that a site that was not confirmed is marked as not confirmed in time. It stays on the list.</summary>
    /// <value>Days, 1 to 366. Default: 14.</value>
    [Range(1, 366)]
    public int StaleAfterDays { get; set; } = 14;

    public TimeSpan StaleAfter => TimeSpan.FromDays(StaleAfterDays);

    public TimeSpan RevalidateAfter => TimeSpan.FromDays(RevalidateDays);

    /// <summary>
    /// When a named force is reminded that has said nothing of the version it was sent, before the window begins. What lies in the past when it is sent is left out.
    /// </summary>
    /// <value>Hours before the start, with commas between them, up to ten; empty for no reminders. Default: <c>24,6,1</c>.</value>
    [RegularExpression("^([0-9]{1,3}(, ?[0-9]{1,3}){0,9})?$")]
    public string ReminderHours { get; set; } = "24,6,1";

    /// <summary>
    /// How long after a version was sent a named force that has said nothing of it is escalated: its line says so to it, to the owner and to coordination. Earlier where the
    /// window begins: an hour before.
    /// </summary>
    /// <value>Hours, 1 to 720. Default: 12.</value>
    [Range(1, 720)]
    public int EscalateAfterHours { get; set; } = 12;

    /// <summary>The same for an emergency notification, and for what is sent after the window began.</summary>
    /// <value>Hours, 1 to 720. Default: 2.</value>
    [Range(1, 720)]
    public int EmergencyEscalateAfterHours { get; set; } = 2;

    /// <summary>How long after the time of a stop, and after the end of the window, a movement that is under way and not heard of is overdue.</summary>
    /// <value>Minutes, 5 to 1,440. Default: 30.</value>
    [Range(5, 1_440)]
    public int CheckInGraceMinutes { get; set; } = 30;

    /// <summary>How long after its window a movement expires that never went under way.</summary>
    /// <value>Hours, 1 to 720. Default: 12.</value>
    [Range(1, 720)]
    public int ExpireAfterHours { get; set; } = 12;

    /// <summary>
    /// File with the outlines of administrative areas, by their P-codes: a position that lies outside the area or the country that its notification states is
    /// named in a warning. It is taken all the same.
    /// </summary>
    /// <value>A path of a GeoJSON file as docs/operate/the-ground-of-the-map.md has it, at most 4 MB. Default: in one process the ground of the map that it serves, elsewhere none. Empty: no position is compared with an area.</value>
    public string? Boundaries { get; set; }

    public IEnumerable<TimeSpan> Reminders() =>
        ReminderHours.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(hours => TimeSpan.FromHours(int.Parse(hours, NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture)));

    public TimeSpan CheckInGrace => TimeSpan.FromMinutes(CheckInGraceMinutes);

    public TimeSpan ExpireAfter => TimeSpan.FromHours(ExpireAfterHours);

    public TimeSpan ShownAfter => TimeSpan.FromHours(ShownAfterHours);

    public TimeSpan EscalateAfter(string? category, bool hasBegun) =>
        TimeSpan.FromHours(category == "EMERGENCY" || hasBegun ? EmergencyEscalateAfterHours : EscalateAfterHours);

    /// <summary>The lead time of a party, or of the deployment where the party has none of its own.</summary>
    /// <param name="category">Code of the list <c>movement-category</c>.</param>
    /// <param name="mode">Code of the list <c>movement-mode</c>.</param>
    /// <param name="party">The audience that is told; null for nobody in particular.</param>
    public TimeSpan LeadOf(string category, string mode, string? party = null)
    {
        var own = party is null ? null : LeadTimes.FirstOrDefault(one => string.Equals(one.Audience, party, StringComparison.Ordinal));
        return TimeSpan.FromHours(
            category == "EMERGENCY" ? own?.EmergencyLeadHours ?? EmergencyLeadHours
            : mode is "AIR_FIXED" or "AIR_ROTARY" or "SEA" ? own?.AirAndSeaLeadHours ?? AirAndSeaLeadHours
            : own?.LeadHours ?? LeadHours);
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (LeadTimes.Count > MostParties)
        {
            return [new ValidationResult("give at most 32 parties.", [nameof(LeadTimes)])];
        }

        var faults = LeadTimes.SelectMany((party, place) => party.Faults($"{nameof(LeadTimes)}:{place}"));
        return LeadTimes.DistinctBy(party => party.Audience, StringComparer.Ordinal).Count() == LeadTimes.Count
            ? faults
            : faults.Append(new ValidationResult("give each party once.", [nameof(LeadTimes)]));
    }
}
