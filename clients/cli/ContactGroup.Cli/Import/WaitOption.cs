using System.CommandLine;

namespace ContactGroup.Cli.Import;

/// <summary>How long an import goes on by itself while the server is away.</summary>
internal static class WaitOption
{
    public static Option<int> Of(string description)
    {
        var wait = new Option<int>("--wait-seconds") { Description = description, HelpName = "s", DefaultValueFactory = _ => 30 };
        wait.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 3600)
            {
                result.AddError("--wait-seconds takes 0 to 3600.");
            }
        });
        return wait;
    }
}
