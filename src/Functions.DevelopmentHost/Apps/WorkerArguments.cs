using DevelopmentHosting.Settings;

namespace DevelopmentHosting.Apps;

/// <summary>The command line that an app is started with.</summary>
internal static class WorkerArguments
{
    // The worker's default is 0, which refuses every message.
    private const string LongestMessage = "2147483647";

    /// <summary>As Microsoft's host starts a process.</summary>
    public static IEnumerable<string> Process(Uri host, DevelopmentHostOptions options) =>
        [
            "--functions-uri",
            host.AbsoluteUri,
            "--functions-worker-id",
            Identifiers.New(),
            "--functions-request-id",
            Identifiers.New(),
            "--functions-grpc-max-message-length",
            LongestMessage,
            .. options.Args,
        ];

    /// <summary>
    /// For an entry point in this process. The worker reads its own switches from the process's command line, which is another's here; these are the settings that they stand for.
    /// </summary>
    public static string[] InProcess(Uri host, DevelopmentHostOptions options) =>
        [
            .. options.Args,
            "--environment=Development",
            // Else each app takes one of the few watchers that Linux has.
            "--hostBuilder:reloadConfigOnChange=false",
            .. options.Settings.Select(setting => $"--{SettingNames.Key(setting.Key)}={setting.Value}"),
            $"--Functions:Worker:HostEndpoint={host.AbsoluteUri}",
            $"--Functions:Worker:WorkerId={Identifiers.New()}",
            $"--Functions:Worker:RequestId={Identifiers.New()}",
            $"--Functions:Worker:GrpcMaxMessageLength={LongestMessage}",
        ];
}
