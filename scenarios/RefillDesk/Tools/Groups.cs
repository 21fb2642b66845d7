namespace RefillDesk;

/// <summary>Everything that the desk does itself; what is left is handing over.</summary>
public interface IRoutine;

/// <summary>Shows what is on a patient's record.</summary>
public interface IPatientData : IRoutine;

/// <summary>Shows prescriptions: their numbers, and how they stand.</summary>
public interface IPrescriptionReading : IPatientData;

/// <summary>Changes a patient's record, or what happens to the patient.</summary>
public interface IRecordChange : IRoutine;

/// <summary>Brings a question before somebody who may answer it.</summary>
public interface IReferral;
