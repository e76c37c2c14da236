using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Data;

namespace ContactGroup.Movements.Features;

/// <summary>Reads what a record is called in the system that it is brought from.</summary>
internal static class Brought
{
    public const int LongestSystem = 64;
    public const int LongestId = 200;

    /// <summary>The name; null for what is written here.</summary>
    public static SourceReference? Read(SourceReference? said, FieldChecks checks) => said is null ? null : new SourceReference(
        checks.Line("sourceReference.system", said.System, 1, LongestSystem), checks.Line("sourceReference.id", said.Id, 1, LongestId));
}
