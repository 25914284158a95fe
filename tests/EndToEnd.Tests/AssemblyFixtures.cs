using EndToEnd.Tests.Worlds;

[assembly: AssemblyFixture(typeof(World))]
