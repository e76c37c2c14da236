using System.ComponentModel.DataAnnotations;

namespace ContactGroup.Movements;

/// <summary>How long before its window a movement should be notified, how long it is shown after it, and how often sites are confirmed. Section <c>Movements</c>.</summary>
internal sealed class MovementOptions
{
    public const string Section = "Movements";

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

    public TimeSpan RevalidateAfter => TimeSpan.FromDays(RevalidateDays);

    public TimeSpan ShownAfter => TimeSpan.FromHours(ShownAfterHours);

    public TimeSpan LeadOf(string category, string mode) => TimeSpan.FromHours(
        category == "EMERGENCY" ? EmergencyLeadHours : mode is "AIR_FIXED" or "AIR_ROTARY" or "SEA" ? AirAndSeaLeadHours : LeadHours);
}
