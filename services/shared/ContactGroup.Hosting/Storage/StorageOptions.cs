using System.ComponentModel.DataAnnotations;

namespace ContactGroup.Hosting.Storage;

/// <summary>Where modules keep their stores. Section <c>Storage</c>.</summary>
public sealed class StorageOptions : IValidatableObject
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Storage";

    /// <summary>What keeps the stores.</summary>
    /// <value><c>sqlite</c> or <c>postgresql</c>. Default: <c>sqlite</c>.</value>
    public StoreEngine Engine { get; set; } = StoreEngine.Sqlite;

    /// <summary>Where the PostgreSQL server is and who signs in there; the database is named by the prefix. Belongs into the environment, not into a file.</summary>
    /// <value>An Npgsql connection string such as <c>Host=db;Username=contactgroup;Password=…</c>. Default: none; needed when the engine is <c>postgresql</c>.</value>
    public string? Server { get; set; }

    /// <summary>What the names of the databases begin with; the name of the module follows. They have to exist.</summary>
    /// <value>Small letters, digits and underscores. Default: <c>contactgroup_</c>.</value>
    [RegularExpression("^[a-z][a-z0-9_]{0,30}$")]
    public string DatabasePrefix { get; set; } = "contactgroup_";

    /// <summary>Folder that holds one database file per module.</summary>
    /// <value>A path. Default: <c>contactgroup-data</c> under the working folder.</value>
    [Required]
    public string DataFolder { get; set; } = "contactgroup-data";

    /// <summary>How many writes one commit may carry at most.</summary>
    /// <value>1 to 1,000. Default: 128.</value>
    [Range(1, 1_000)]
    public int WritesPerCommit { get; set; } = 128;

    /// <summary>How many writes may wait before the store answers that it is unavailable.</summary>
    /// <value>16 to 100,000. Default: 4,096.</value>
    [Range(16, 100_000)]
    public int WaitingWrites { get; set; } = 4_096;

    /// <summary>How many reads may run at once in one store.</summary>
    /// <value>1 to 256. Default: 32.</value>
    [Range(1, 256)]
    public int ConcurrentReads { get; set; } = 32;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Engine == StoreEngine.PostgreSql && string.IsNullOrWhiteSpace(Server))
        {
            yield return new ValidationResult("With the engine postgresql it must say where the server is.", [nameof(Server)]);
        }
    }
}
