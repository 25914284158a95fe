using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Sandbox.Files;
using Sandbox.Processes;

namespace Sandbox.Hosting;

/// <summary>
/// Says before anything starts that a port is taken, and by which process of ours if it is a left-over: the process ids of
/// each run are kept in its <c>processes.txt</c>, one line <c>port process-id start-time</c> each.
/// </summary>
internal sealed class PortOwners(SandboxFolder folder, RunFolder run, SandboxPorts ports)
{
    public void RefuseTakenPorts()
    {
        var taken = Named().Where(port => IsTaken(port.Number)).Select(port => Describe(port.Name, port.Number)).ToList();
        if (taken.Count > 0)
            throw new SandboxException(
                string.Join(Environment.NewLine, [.. taken, "Or let the sandbox use other ports: --port-base 8071"])
            );
    }

    public void Remember(int azurite, int? simulator, int? app)
    {
        (int Port, int? Owner)[] owners =
        [
            (ports.App, app),
            (ports.Simulator, simulator),
            (ports.Vault, Environment.ProcessId),
            (ports.Identity, Environment.ProcessId),
            (ports.Blob, azurite),
            (ports.Queue, azurite),
            (ports.Table, azurite),
        ];
        var lines = owners
            .Where(owner => owner.Owner is not null)
            .Select(owner => (owner.Port, Process: RunningProcess.Find(owner.Owner!.Value)))
            .Where(owner => owner.Process is not null)
            .Select(owner =>
                string.Create(CultureInfo.InvariantCulture, $"{owner.Port} {owner.Process!.Id} {owner.Process.StartedAt}\n")
            );
        PrivateFile.Write(run.Processes, Encoding.ASCII.GetBytes(string.Concat(lines)));
    }

    private string Describe(string name, int port) =>
        LeftOver(port) is { } owner
            ? $"Port {port} ({name}) is taken by process {owner.Id} of an earlier sandbox. Stop it first: kill {owner.Id}"
            : $"Port {port} ({name}) is taken by another program. Stop that first.";

    private RunningProcess? LeftOver(int port)
    {
        // Ports of one run may be another's, too.
        foreach (var line in folder.Runs().Select(other => other.Processes).Where(File.Exists).SelectMany(File.ReadLines))
        {
            if (
                line.Split(' ') is not [var recorded, var id, var startedAt]
                || recorded != port.ToString(CultureInfo.InvariantCulture)
            )
                continue;
            // The id may belong to another process by now; its start time tells.
            var running = RunningProcess.Find(int.Parse(id, CultureInfo.InvariantCulture));
            return running?.StartedAround(long.Parse(startedAt, CultureInfo.InvariantCulture)) == true ? running : null;
        }
        return null;
    }

    private static bool IsTaken(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return false;
        }
        catch (SocketException)
        {
            // Taken, or not allowed for this user: either way the sandbox cannot have it.
            return true;
        }
    }

    private (string Name, int Number)[] Named() =>
        [
            ("app", ports.App),
            ("simulator", ports.Simulator),
            ("Key Vault", ports.Vault),
            ("identity endpoint", ports.Identity),
            ("Azurite blobs", ports.Blob),
            ("Azurite queues", ports.Queue),
            ("Azurite tables", ports.Table),
        ];
}
