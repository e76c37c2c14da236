using System.Security.Cryptography;

namespace ContactGroup.Standalone.Demo;

/// <summary>The one passphrase of an exercise: random per data folder, kept where only its owner can read it.</summary>
internal static class Passphrase
{
    private const string FileName = "exercise-passphrase";
    private const int Words = 4;

    private static readonly string[] Known =
    [
        "acorn", "amber", "anchor", "apron", "barley", "basket", "beacon", "birch", "bridge", "bronze", "butter", "candle", "canvas", "cedar", "cherry", "clover",
        "cobalt", "copper", "coral", "cotton", "cricket", "daisy", "dolphin", "ember", "falcon", "feather", "fennel", "garnet", "ginger", "granite", "harvest", "hazel",
        "heron", "island", "ivory", "jasmine", "juniper", "kettle", "lantern", "lemon", "linen", "maple", "marble", "meadow", "mosaic", "nutmeg", "olive", "orchard",
        "oyster", "parsley", "pebble", "pepper", "pigeon", "plum", "quartz", "raven", "ribbon", "saffron", "sparrow", "thimble", "timber", "tulip", "walnut", "willow",
    ];

    /// <summary>Whether the folder belongs to an exercise.</summary>
    public static bool Exists(string dataFolder) => File.Exists(Path.Combine(dataFolder, FileName));

    /// <summary>Whether the folder is new or already holds an exercise. Accounts with a printed password do not go among real ones.</summary>
    public static bool Fits(string dataFolder) =>
        Exists(dataFolder) || !Directory.Exists(dataFolder) || Directory.GetFiles(dataFolder, "*.db").Length == 0;

    public static string Of(string dataFolder)
    {
        var path = Path.Combine(dataFolder, FileName);
        if (File.Exists(path))
        {
            return File.ReadAllText(path).Trim();
        }

        var phrase = string.Join('-', RandomNumberGenerator.GetItems<string>(Known, Words));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.WriteLine(phrase);
        return phrase;
    }
}
