namespace RefillDesk;

[Policy]
[Precedence<FindAppointments, BookAppointment>(Id = "appointments-seen-before-booking", Same = nameof(BookAppointment.PatientId), Succeeded = Side.First, Harm = Harm.Minor, Because = "A patient's appointments are looked at before another is booked: the one they have may be the one they want.")]
[NotSuccession<BookAppointment, BookAppointment>(Id = "one-booking-per-patient", Same = nameof(BookAppointment.PatientId), Succeeded = Side.First, Harm = Harm.Minor, Because = "A patient is booked once: a second slot is lost to somebody who needs it.")]
public static partial class AppointmentPolicy;
