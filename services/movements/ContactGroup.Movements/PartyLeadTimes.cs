using System.ComponentModel.DataAnnotations;
using ContactGroup.Classification;

namespace ContactGroup.Movements;

/// <summary>Lead times of one receiving party. An entry of the list in <see cref="MovementOptions"/>; what is left out is that of the deployment.</summary>
internal sealed class PartyLeadTimes
{
    /// <summary>The party, as notifications name it.</summary>
    /// <value>A force or the police, such as <c>military:northern-force</c> or <c>police</c>. Default: none; needed.</value>
    [Required]
    public string Audience { get; set; } = "";

    /// <summary>Its lead time of a standard notification by road, rail, river or on foot.</summary>
    /// <value>Hours, 0 to 720. Default: that of the deployment.</value>
    [Range(0, 720)]
    public int? LeadHours { get; set; }

    /// <summary>Its lead time of a standard notification by air or sea.</summary>
    /// <value>Hours, 0 to 720. Default: that of the deployment.</value>
    [Range(0, 720)]
    public int? AirAndSeaLeadHours { get; set; }

    /// <summary>Its lead time of an emergency notification, whatever its mode.</summary>
    /// <value>Hours, 0 to 720. Default: that of the deployment.</value>
    [Range(0, 720)]
    public int? EmergencyLeadHours { get; set; }

    /// <summary>What is wrong, with the key below the section.</summary>
    public IEnumerable<ValidationResult> Faults(string path)
    {
        var faults = new List<ValidationResult>();
        Validator.TryValidateObject(this, new ValidationContext(this), faults, validateAllProperties: true);

        // As it is compared: written in another way it would be nobody's.
        if (Audience.Length > 0 && !(Classification.Audience.TryParse(Audience, out var party) && party.Side == Side.Security && party.ToString() == Audience))
        {
            faults.Add(new ValidationResult("name a force, such as military:northern-force, or police.", [nameof(Audience)]));
        }

        return faults.Select(fault => new ValidationResult(fault.ErrorMessage, fault.MemberNames.Select(member => $"{path}:{member}")));
    }
}
