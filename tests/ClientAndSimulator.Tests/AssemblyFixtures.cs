using ClientAndSimulator.Tests.Running;

[assembly: AssemblyFixture(typeof(RunningSimulator))]
