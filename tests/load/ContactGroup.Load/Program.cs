using ContactGroup.Load;

// Everything here talks to servers on this machine only.
return args switch
{
    ["latency", .. var rest] => await LatencyCommand.RunAsync(rest),
    ["kill-import", .. var rest] => await KillImportCommand.RunAsync(rest),
    ["recall", .. var rest] => await RecallCommand.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(LatencyCommand.Usage);
    Console.Error.WriteLine(KillImportCommand.Usage);
    Console.Error.WriteLine(RecallCommand.Usage);
    return 2;
}
